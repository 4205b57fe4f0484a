package xundang.desktop.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import xundang.desktop.platform.crypto.Argon2id;
import xundang.desktop.platform.crypto.PasswordStretch;
import xundang.desktop.platform.crypto.SealBroken;
import xundang.desktop.platform.db.LocalChange;
import xundang.desktop.platform.db.LocalDatabase;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.sync.store.SyncStores;
import xundang.desktop.sync.store.UnsentStore;
import xundang.model.account.UserId;
import xundang.model.id.IdSource;
import xundang.model.json.ModelJson;

/** {@link UnsentWork} of one open ledger. */
public final class UnsentWorkService implements UnsentWork {
    private static final Logger LOG = LoggerFactory.getLogger(UnsentWorkService.class);

    private final LocalDatabase database;
    private final StoreSteps steps;
    private final SyncStores stores;
    private final PhotoBytes photos;
    private final Owner owner;
    private final Clock clock;
    private final IdSource ids;
    private final PackageFile files;

    /** Whose ledger it is: a package of another person or ledger is not taken in. */
    public record Owner(String ledgerCode, UserId user) {}

    /**
     * As the product runs: Argon2id at standard cost.
     *
     * @param tasks have the store thread on which the steps are done
     */
    public UnsentWorkService(
            SyncParts parts, BackgroundTasks tasks, String ledgerCode, Clock clock, IdSource ids, SecureRandom random) {
        this(
                parts,
                tasks,
                ledgerCode,
                clock,
                ids,
                new PackageFile(new Argon2id(), PasswordStretch.Cost.STANDARD, random));
    }

    UnsentWorkService(
            SyncParts parts, BackgroundTasks tasks, String ledgerCode, Clock clock, IdSource ids, PackageFile files) {
        this.database = parts.database();
        this.steps = new StoreSteps(parts.database(), tasks);
        this.stores = parts.stores();
        this.photos = parts.photos();
        this.owner = new Owner(ledgerCode, parts.identity().user());
        this.clock = clock;
        this.ids = ids;
        this.files = files;
    }

    /**
     * What a package holds, sealed.
     *
     * @param pictures each has an entry of its own
     */
    record Contents(
            Owner owner,
            OffsetDateTime at,
            List<PackedOp> ops,
            List<OwnWork.Draft> drafts,
            List<OwnWork.Picture> pictures) {}

    @Override
    public Unsent unsent() {
        return database.read(this::unsent);
    }

    private Unsent unsent(Tx tx) {
        UnsentStore.Work work = stores.unsent().work(tx);
        return new Unsent(
                stores.unsent().ops(tx),
                work.drafts().size(),
                work.pictures().size(),
                work.pictures().stream().mapToLong(OwnWork.Picture::size).sum());
    }

    @Override
    public boolean mayLeave() {
        return !database.read(stores.unsent()::unexported);
    }

    @Override
    public Unsent export(Path target, char[] passphrase, FileWatch watch) throws IOException {
        try {
            UnsentStore.Work work = steps.read(stores.unsent()::work);
            // A picture without an intact copy here cannot be saved by a package either; everything else is.
            List<OwnWork.Picture> intact = work.pictures().stream()
                    .filter(picture -> original(picture.sha256(), watch).isPresent())
                    .toList();
            if (intact.size() < work.pictures().size()) {
                LOG.error(
                        "{} pictures have no intact copy here", work.pictures().size() - intact.size());
            }
            OffsetDateTime at = OffsetDateTime.now(clock);
            Contents contents = new Contents(owner, at, work.ops(), work.drafts(), intact);
            Meter meter = new Meter(watch, bytes(intact));
            files.write(
                    target,
                    ids.next(),
                    passphrase,
                    ModelJson.mapper().writeValueAsBytes(contents),
                    intact.stream().map(OwnWork.Picture::sha256).toList(),
                    sha256 -> {
                        byte[] picture = original(sha256, watch)
                                .orElseThrow(() -> new IllegalStateException("picture " + sha256 + " went away"));
                        meter.add(picture.length);
                        return picture;
                    });
            watch.finishing();
            steps.commit(tx -> stores.unsent().exports(tx, work, at));
            LOG.info(
                    "a package holds {} ops, {} drafts, {} pictures",
                    work.ops().size(),
                    work.drafts().size(),
                    intact.size());
            return steps.read(this::unsent);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private Optional<byte[]> original(String sha256, FileWatch watch) {
        watch.check();
        return steps.call(() -> photos.original(sha256));
    }

    private static long bytes(List<OwnWork.Picture> pictures) {
        return pictures.stream().mapToLong(OwnWork.Picture::size).sum();
    }

    /** Counts the bytes that are through. */
    private static final class Meter {
        private final FileWatch watch;
        private final long total;
        private long done;

        Meter(FileWatch watch, long total) {
            this.watch = watch;
            this.total = total;
            watch.at(0, total);
        }

        void add(long bytes) {
            done += bytes;
            watch.at(done, Math.max(done, total));
        }
    }

    @Override
    public ImportOutcome importFrom(Path file, char[] passphrase, FileWatch watch) throws IOException {
        try (PackageFile.Opened opened = files.open(file, passphrase)) {
            Contents contents = ModelJson.mapper().readValue(opened.work(), Contents.class);
            if (!contents.owner().equals(owner)) {
                return new ImportOutcome.NotYours();
            }
            Meter meter = new Meter(watch, 2 * bytes(contents.pictures()));
            for (OwnWork.Picture picture : contents.pictures()) {
                // Before anything is taken in: a damaged package must change nothing, nor one that is cancelled.
                watch.check();
                whole(opened, picture);
                meter.add(picture.size());
            }
            watch.finishing();
            for (OwnWork.Picture picture : contents.pictures()) {
                keep(opened, picture);
                meter.add(picture.size());
            }
            steps.commit(tx -> changes(tx, contents));
            return new ImportOutcome.TakenIn(new Unsent(
                    contents.ops().size(),
                    contents.drafts().size(),
                    contents.pictures().size(),
                    bytes(contents.pictures())));
        } catch (SealBroken e) {
            LOG.info("a package did not open");
            return new ImportOutcome.NotOpened();
        } catch (PackageFile.NotAPackage | JacksonException e) {
            LOG.info("not a package: {}", e.getClass().getSimpleName());
            return new ImportOutcome.NotReadable();
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private void keep(PackageFile.Opened opened, OwnWork.Picture picture) throws IOException, SealBroken {
        if (steps.call(() -> photos.has(picture.sha256()))) {
            return;
        }
        PhotoBytes.Checked checked = photos.check(picture.sha256(), whole(opened, picture));
        steps.call(() -> {
            checked.keepOwn();
            return true;
        });
    }

    private static byte[] whole(PackageFile.Opened opened, OwnWork.Picture picture) throws IOException, SealBroken {
        byte[] bytes = opened.picture(picture.sha256());
        if (!picture.sha256().equals(PhotoFetcher.hash(bytes))) {
            throw new SealBroken("a picture has another content");
        }
        return bytes;
    }

    private List<LocalChange> changes(Tx tx, Contents contents) {
        List<LocalChange> all = new ArrayList<>(stores.unsent().imports(tx, contents.ops()));
        all.addAll(stores.unsent().draftImports(tx, contents.drafts()));
        return all;
    }
}
