package xundang.desktop.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.platform.crypto.Argon2id;
import xundang.desktop.platform.crypto.DataKey;
import xundang.desktop.platform.crypto.PasswordStretch;
import xundang.desktop.platform.db.StoreException;
import xundang.desktop.platform.files.DataFolder;
import xundang.desktop.platform.files.FolderLock;
import xundang.model.account.UserId;
import xundang.model.sync.EnrolRequest;
import xundang.model.sync.EnrolResponse;

/** {@link Sessions} on one data folder. */
public final class SessionService implements Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(SessionService.class);

    private final DataFolder folder;
    private final KeyRing ring;
    private final LedgerDoor door;
    private final EnrolmentClient client;
    private final InstantSource clock;
    private final SecureRandom random;

    SessionService(DataFolder folder, KeyRing ring, EnrolmentClient client, InstantSource clock, SecureRandom random) {
        this.folder = folder;
        this.ring = ring;
        this.door = new LedgerDoor(folder, clock);
        this.client = client;
        this.clock = clock;
        this.random = random;
    }

    /** As the product runs: Argon2id at standard cost, the device secret in an owner-only file. */
    public static SessionService on(Path root, EnrolmentClient client, InstantSource clock) {
        return on(root, client, clock, PasswordStretch.Cost.STANDARD);
    }

    static SessionService on(Path root, EnrolmentClient client, InstantSource clock, PasswordStretch.Cost cost) {
        DataFolder folder = new DataFolder(root);
        SecureRandom random = new SecureRandom();
        DeviceSecret secret = new FileDeviceSecret(folder.keys().resolve("device.secret"));
        return new SessionService(
                folder, new KeyRing(folder, new Argon2id(), cost, secret, clock, random), client, clock, random);
    }

    @Override
    public List<Person> people() {
        try {
            return ring.holders().stream()
                    .map(holder -> new Person(holder.id(), holder.login(), holder.name()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the key folder cannot be read", e);
        }
    }

    @Override
    public UnlockOutcome unlock(UserId person, char[] password) {
        try {
            folder.prepare();
            return switch (FolderLock.tryLock(folder, clock.instant())) {
                case FolderLock.Attempt.Taken taken -> new UnlockOutcome.InUse(taken.holder());
                case FolderLock.Attempt.Held held -> unlockHeld(held.lock(), person, password);
            };
        } catch (IOException e) {
            LOG.warn(
                    "E-KEY-220 the data folder cannot be written: {}",
                    e.getClass().getSimpleName());
            return new UnlockOutcome.FolderNotWritable(folder.root().toString());
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private UnlockOutcome unlockHeld(FolderLock lock, UserId person, char[] password) throws IOException {
        try (Undo undo = new Undo()) {
            undo.add(lock::close);
            return switch (ring.open(person, password)) {
                case KeyRing.Attempt.WrongPassword wrong -> new UnlockOutcome.WrongPassword(wrong.triesBeforeDelay());
                case KeyRing.Attempt.TryLater later -> new UnlockOutcome.TryLater(later.delay());
                case KeyRing.Attempt.Unusable unusable -> new UnlockOutcome.Damaged(unusable.code());
                case KeyRing.Attempt.Open open -> {
                    undo.add(open.key()::close);
                    yield enter(lock, person, open.key(), undo);
                }
            };
        } catch (StoreException e) {
            LOG.error("E-STORE-160 {}", e.getMessage());
            return switch (e.reason()) {
                case DISK_FULL, READ_ONLY ->
                    new UnlockOutcome.FolderNotWritable(folder.root().toString());
                case DAMAGED, CLOSED, OTHER -> new UnlockOutcome.Damaged("E-STORE-160");
            };
        }
    }

    private UnlockOutcome enter(FolderLock lock, UserId person, DataKey key, Undo undo) {
        if (!(door.open(key) instanceof LedgerDoor.Result.Opened opened)) {
            return new UnlockOutcome.NewerVersion();
        }
        undo.add(opened.database()::close);
        undo.add(opened.photos()::close);
        Optional<Enrolled> enrolled = door.find(opened.database(), person);
        if (enrolled.isEmpty()) {
            // Database and journal are both gone. What remains was set aside; this laptop has to be enrolled again.
            return new UnlockOutcome.Damaged("E-KEY-204");
        }
        undo.keep();
        return new UnlockOutcome.Opened(new OpenLedger(enrolled.get(), opened.database(), opened.photos(), key, lock));
    }

    /**
     * {@inheritDoc}
     *
     * <p>A folder whose ledger has keys already is refused with {@link EnrolOutcome.Reason#OTHER}: a second person joins from an open
     * session, by {@link #enrolColleague}.
     */
    @Override
    public EnrolOutcome enrol(Enrolment enrolment, char[] password) {
        try {
            Optional<EnrolOutcome> refused = refusedAddress(enrolment);
            if (refused.isPresent()) {
                return refused.get();
            }
            folder.prepare();
            return switch (FolderLock.tryLock(folder, clock.instant())) {
                case FolderLock.Attempt.Taken taken -> new EnrolOutcome.InUse(taken.holder());
                case FolderLock.Attempt.Held held -> enrolHeld(held.lock(), enrolment, password);
            };
        } catch (IOException | StoreException e) {
            LOG.warn(
                    "E-KEY-220 the data folder cannot be written: {}",
                    e.getClass().getSimpleName());
            return new EnrolOutcome.FolderNotWritable(folder.root().toString());
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private EnrolOutcome enrolHeld(FolderLock lock, Enrolment enrolment, char[] password) throws IOException {
        try (Undo undo = new Undo()) {
            undo.add(lock::close);
            if (!ring.isEmpty()) {
                LOG.warn("this folder holds a ledger already; a second person joins from an open session");
                return new EnrolOutcome.Refused(EnrolOutcome.Reason.OTHER);
            }
            Enrolled enrolled = ask(enrolment, password);
            door.setKeylessFilesAside();
            DataKey key = DataKey.fresh(random);
            undo.add(key::close);
            if (!(door.open(key) instanceof LedgerDoor.Result.Opened opened)) {
                throw new IllegalStateException("a new ledger cannot be of a later version");
            }
            undo.add(opened.database()::close);
            undo.add(opened.photos()::close);
            opened.database().recover();
            opened.database().commit(LedgerDoor.change(enrolled));
            // Last: only with its key on disk does the ledger exist.
            ring.add(holder(enrolled), key, password);
            undo.keep();
            return new EnrolOutcome.Opened(new OpenLedger(enrolled, opened.database(), opened.photos(), key, lock));
        } catch (EnrolmentFailed e) {
            return failed(e);
        }
    }

    /**
     * Gives a second person a key to the ledger that is open. Store thread only. The password array is wiped.
     *
     * @return {@link EnrolOutcome.Opened} with the same open ledger, still of the person who opened it
     */
    public EnrolOutcome enrolColleague(OpenLedger open, Enrolment enrolment, char[] password) {
        try {
            Optional<EnrolOutcome> refused = refusedAddress(enrolment);
            if (refused.isPresent()) {
                return refused.get();
            }
            Enrolled enrolled = ask(enrolment, password);
            if (!enrolled.ledgerCode().equals(open.session().ledgerCode())) {
                LOG.warn("that account belongs to another ledger");
                return new EnrolOutcome.Refused(EnrolOutcome.Reason.OTHER);
            }
            open.database().commit(LedgerDoor.change(enrolled));
            ring.add(holder(enrolled), open.key(), password);
            return new EnrolOutcome.Opened(open);
        } catch (EnrolmentFailed e) {
            return failed(e);
        } catch (IOException e) {
            LOG.warn(
                    "E-KEY-220 the data folder cannot be written: {}",
                    e.getClass().getSimpleName());
            return new EnrolOutcome.FolderNotWritable(folder.root().toString());
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    @Override
    public RemoveOutcome remove(LedgerHandle handle, BooleanSupplier mayLeave) {
        if (!(handle instanceof OpenLedger open)) {
            throw new IllegalArgumentException("not a ledger that this program opened");
        }
        try (open) {
            open.stop();
            if (!mayLeave.getAsBoolean()) {
                return new RemoveOutcome.UnsentWorkLeft();
            }
        }
        return new LedgerRemoval(folder).run(clock.instant());
    }

    private static Optional<EnrolOutcome> refusedAddress(Enrolment enrolment) {
        Optional<ServerAddress> address = ServerAddress.parse(enrolment.server());
        if (address.isEmpty()) {
            return Optional.of(new EnrolOutcome.Unreachable(enrolment.server()));
        }
        return address.get().allowed()
                ? Optional.empty()
                : Optional.of(new EnrolOutcome.Refused(EnrolOutcome.Reason.PLAIN_HTTP_NOT_ALLOWED));
    }

    private Enrolled ask(Enrolment enrolment, char[] password) throws EnrolmentFailed {
        String server = ServerAddress.parse(enrolment.server()).orElseThrow().base();
        // JSON needs a String here; it cannot be wiped and lives until it is collected.
        EnrolResponse given = client.enrol(
                server,
                new EnrolRequest(enrolment.login(), new String(password), enrolment.code(), enrolment.deviceName()));
        return new Enrolled(
                given.userId(),
                enrolment.login(),
                given.displayName(),
                given.role(),
                given.deviceId(),
                given.ledgerCode(),
                given.ledgerName(),
                server,
                given.token());
    }

    private static EnrolOutcome failed(EnrolmentFailed e) {
        return e.reason()
                .<EnrolOutcome>map(EnrolOutcome.Refused::new)
                .orElseGet(() -> new EnrolOutcome.Unreachable(e.getMessage()));
    }

    private static KeyHolder holder(Enrolled enrolled) {
        return new KeyHolder(enrolled.user(), enrolled.login(), enrolled.name(), enrolled.role());
    }
}
