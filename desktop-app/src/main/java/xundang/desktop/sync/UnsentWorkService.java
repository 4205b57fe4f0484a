package xundang.desktop.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import xundang.desktop.platform.crypto.Argon2id;
import xundang.desktop.platform.crypto.PasswordStretch;
import xundang.desktop.platform.crypto.SealBroken;
import xundang.desktop.platform.db.LocalChange;
import xundang.desktop.platform.db.LocalDatabase;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.store.SyncStores;
import xundang.desktop.sync.store.UnsentStore;
import xundang.model.account.UserId;
import xundang.model.id.IdSource;
import xundang.model.json.ModelJson;

/** {@link UnsentWork} of one open ledger. */
public final class UnsentWorkService implements UnsentWork {
    private static final Logger LOG = LoggerFactory.getLogger(UnsentWorkService.class);

    private final LocalDatabase database;
    private final SyncStores stores;
    private final PhotoBytes photos;
    private final Owner owner;
    private final Clock clock;
    private final IdSource ids;
    private final PackageFile files;

    /** Whose ledger it is: a package of another person or ledger is not taken in. */
    public record Owner(String ledgerCode, UserId user) {}

    /** As the product runs: Argon2id at standard cost. */
    public UnsentWorkService(SyncParts parts, String ledgerCode, Clock clock, IdSource ids, SecureRandom random) {
        this(parts, ledgerCode, clock, ids, new PackageFile(new Argon2id(), PasswordStretch.Cost.STANDARD, random));
    }

    UnsentWorkService(SyncParts parts, String ledgerCode, Clock clock, IdSource ids, PackageFile files) {
        this.database = parts.database();
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
    public Unsent export(Path target, char[] passphrase) throws IOException {
        try {
            UnsentStore.Work work = database.read(stores.unsent()::work);
            // A picture without an intact copy here cannot be saved by a package either; everything else is.
            List<OwnWork.Picture> intact = work.pictures().stream()
                    .filter(picture -> photos.original(picture.sha256()).isPresent())
                    .toList();
            if (intact.size() < work.pictures().size()) {
                LOG.error(
                        "{} pictures have no intact copy here", work.pictures().size() - intact.size());
            }
            OffsetDateTime at = OffsetDateTime.now(clock);
            Contents contents = new Contents(owner, at, work.ops(), work.drafts(), intact);
            files.write(
                    target,
                    ids.next(),
                    passphrase,
                    ModelJson.mapper().writeValueAsBytes(contents),
                    intact.stream().map(OwnWork.Picture::sha256).toList(),
                    sha256 -> photos.original(sha256)
                            .orElseThrow(() -> new IllegalStateException("picture " + sha256 + " went away")));
            database.read(tx -> stores.unsent().exports(tx, work, at)).forEach(database::commit);
            LOG.info(
                    "a package holds {} ops, {} drafts, {} pictures",
                    work.ops().size(),
                    work.drafts().size(),
                    intact.size());
            return unsent();
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    @Override
    public ImportOutcome importFrom(Path file, char[] passphrase) throws IOException {
        try (PackageFile.Opened opened = files.open(file, passphrase)) {
            Contents contents = ModelJson.mapper().readValue(opened.work(), Contents.class);
            if (!contents.owner().equals(owner)) {
                return new ImportOutcome.NotYours();
            }
            for (OwnWork.Picture picture : contents.pictures()) {
                // Before anything is taken in: a damaged package must change nothing.
                whole(opened, picture);
            }
            for (OwnWork.Picture picture : contents.pictures()) {
                if (!photos.has(picture.sha256())) {
                    photos.check(picture.sha256(), whole(opened, picture)).keepOwn();
                }
            }
            take(contents);
            return new ImportOutcome.TakenIn(new Unsent(
                    contents.ops().size(),
                    contents.drafts().size(),
                    contents.pictures().size(),
                    contents.pictures().stream()
                            .mapToLong(OwnWork.Picture::size)
                            .sum()));
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

    private static byte[] whole(PackageFile.Opened opened, OwnWork.Picture picture) throws IOException, SealBroken {
        byte[] bytes = opened.picture(picture.sha256());
        if (!picture.sha256().equals(PhotoFetcher.hash(bytes))) {
            throw new SealBroken("a picture has another content");
        }
        return bytes;
    }

    private void take(Contents contents) {
        List<LocalChange> changes = database.read(tx -> {
            List<LocalChange> all = new ArrayList<>(stores.unsent().imports(tx, contents.ops()));
            all.addAll(stores.unsent().draftImports(tx, contents.drafts()));
            return all;
        });
        changes.forEach(database::commit);
    }
}
