package xundang.server.auth;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import xundang.model.account.DeviceId;
import xundang.model.id.IdSource;
import xundang.server.ledger.AuditEntry;
import xundang.server.ledger.AuditTrail;
import xundang.server.platform.db.ServerDatabase;
import xundang.server.platform.db.Tx;
import xundang.server.platform.digest.Secrets;
import xundang.server.platform.digest.Sha256;

/** Laptops: one-time codes, enrolment, tokens, revocation. Opens its own transactions; thread-safe. */
public final class DeviceService {
    private static final Duration CODE_LIFE = Duration.ofMinutes(15);
    private static final int CODE_TRIES = 5;

    /** How long a token lasts without a hello (trust requirement S7). */
    private static final Duration TOKEN_LIFE = Duration.ofDays(30);

    /** A token is renewed at most once a day: each time is a commit. */
    private static final Duration RENEW_EVERY = Duration.ofDays(1);

    private final ServerDatabase database;
    private final AuditTrail audit;
    private final IdSource ids;
    private final InstantSource clock;
    private final Secrets secrets;
    private final AccountDao accounts = new AccountDao();
    private final DeviceDao devices = new DeviceDao();
    private final EnrolmentCodeDao codes = new EnrolmentCodeDao();

    public DeviceService(
            ServerDatabase database, AuditTrail audit, IdSource ids, InstantSource clock, Secrets secrets) {
        this.database = database;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.secrets = secrets;
    }

    /** A new one-time code for one laptop of that person, valid for 15 minutes. Throws {@link AccountRefusal}. */
    public String issueCode(String login) {
        return database.inTransaction(tx -> {
            Account account = accounts.byLogin(tx, login)
                    .filter(found -> !found.disabled())
                    .orElseThrow(() -> new AccountRefusal("没有登录名为“" + login + "”的可用账号。"));
            String code = secrets.code();
            codes.insert(
                    tx,
                    account.id(),
                    new EnrolmentCodeDao.Code(ids.next(), hash(code), now().plus(CODE_LIFE), 0, null));
            audit(tx, account, "enrolment.code", account.id().toString(), "done");
            return code;
        });
    }

    /** How an enrolment of a person who has proved the account ended. */
    public sealed interface Enrolment {
        /** Enrolled; the token is shown once and kept by the laptop alone. */
        record Enrolled(DeviceId device, String token) implements Enrolment {}

        /** No such code for this person, or too many wrong tries. */
        record Unknown() implements Enrolment {}

        /** Older than 15 minutes. */
        record Expired() implements Enrolment {}

        /** Used before. */
        record Used() implements Enrolment {}
    }

    /** Enrols a laptop. A wrong code counts against all live codes of that person. */
    public Enrolment enrol(Account account, String typedCode, String deviceName) {
        String token = secrets.token();
        return database.inTransaction(tx -> enrol(tx, account, hash(typedCode), deviceName, token));
    }

    private Enrolment enrol(Tx tx, Account account, String codeHash, String deviceName, String token) {
        List<EnrolmentCodeDao.Code> given = codes.lockOf(tx, account.id());
        Optional<EnrolmentCodeDao.Code> code =
                given.stream().filter(it -> it.hash().equals(codeHash)).findFirst();
        Enrolment outcome;
        if (code.isEmpty() || code.get().tries() >= CODE_TRIES) {
            given.forEach(it -> codes.countTry(tx, it.id()));
            outcome = new Enrolment.Unknown();
        } else if (code.get().usedAt() != null) {
            outcome = new Enrolment.Used();
        } else if (!now().isBefore(code.get().expiresAt())) {
            outcome = new Enrolment.Expired();
        } else {
            codes.use(tx, code.get().id(), now());
            DeviceId id = new DeviceId(ids.next());
            devices.insert(tx, new DeviceDao.Device(id, id, account.id(), 0, null), deviceName, now());
            devices.insertToken(
                    tx,
                    Sha256.hex(token),
                    new DeviceDao.TokenOwner(id, account.id(), now().plus(TOKEN_LIFE), false),
                    now());
            outcome = new Enrolment.Enrolled(id, token);
        }
        boolean done = outcome instanceof Enrolment.Enrolled;
        audit(tx, account, "device.enrol", account.id().toString(), done ? "done" : "failed");
        return outcome;
    }

    /** Who holds this token, if it is valid. */
    public Optional<Principal> principal(String token) {
        return database.read(tx -> devices.owner(tx, Sha256.hex(token))
                .filter(owner -> now().isBefore(owner.expiresAt()))
                .flatMap(owner -> accounts.byId(tx, owner.account())
                        .map(account -> new Principal(
                                account.id(),
                                owner.device(),
                                account.login(),
                                account.name(),
                                account.role(),
                                account.scopes(),
                                owner.tooOld()))));
    }

    /** Whether a token would be valid, had its time not run out. */
    public boolean hasExpired(String token) {
        return database.read(tx -> devices.owner(tx, Sha256.hex(token)))
                .filter(owner -> !now().isBefore(owner.expiresAt()))
                .isPresent();
    }

    /** Gives a valid token its full time again. */
    public void renew(String token) {
        String hash = Sha256.hex(token);
        OffsetDateTime full = now().plus(TOKEN_LIFE);
        boolean due = database.read(tx -> devices.owner(tx, hash))
                .filter(owner -> owner.expiresAt().isBefore(full.minus(RENEW_EVERY)))
                .isPresent();
        if (due) {
            database.inTransaction(tx -> {
                devices.setExpiry(tx, hash, full);
                return true;
            });
        }
    }

    /** Ends the access of a laptop and all copies of it, at once. Throws {@link AccountRefusal} when there is no such laptop. */
    public void revoke(DeviceId device) {
        database.inTransaction(tx -> {
            if (devices.revoke(tx, device.value(), now()) == 0) {
                throw new AccountRefusal("没有这台笔记本电脑，或它已被停用。");
            }
            audit.append(tx, List.of(AuditEntry.of(null, "device.revoke", "device", device.toString(), "done")));
            return true;
        });
    }

    private void audit(Tx tx, Account account, String action, String subject, String outcome) {
        audit.append(tx, List.of(AuditEntry.of(account.id().value(), action, "account", subject, outcome)));
    }

    private static String hash(String code) {
        return Sha256.hex(Secrets.canonicalCode(code));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
