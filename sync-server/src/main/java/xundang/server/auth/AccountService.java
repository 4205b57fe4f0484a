package xundang.server.auth;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xundang.model.account.Role;
import xundang.model.account.UserId;
import xundang.model.id.IdSource;
import xundang.server.ledger.AuditEntry;
import xundang.server.ledger.AuditTrail;
import xundang.server.ledger.Scopes;
import xundang.server.platform.db.ServerDatabase;
import xundang.server.platform.db.Tx;
import xundang.server.platform.digest.Sha256;

/** People's accounts. Opens its own transactions; thread-safe. */
public final class AccountService {
    private static final int FAILURES = 5;
    private static final Duration LOCK = Duration.ofMinutes(30);

    private final ServerDatabase database;
    private final PasswordHasher hasher;
    private final AuditTrail audit;
    private final IdSource ids;
    private final InstantSource clock;
    private final AccountDao accounts = new AccountDao();
    private final LoginAttemptDao attempts = new LoginAttemptDao();

    public AccountService(
            ServerDatabase database, PasswordHasher hasher, AuditTrail audit, IdSource ids, InstantSource clock) {
        this.database = database;
        this.hasher = hasher;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A person to be added.
     *
     * @param scopes site ids, or {@code *} for all sites; empty: nothing but what belongs to no site
     */
    public record NewAccount(String login, String name, Role role, String password, Set<String> scopes) {}

    /** Adds a person. Throws {@link AccountRefusal} when the name is taken or the password is too weak. */
    public Account add(NewAccount wanted) {
        String hash = checkedHash(wanted);
        return database.inTransaction(tx -> insert(tx, wanted, hash));
    }

    /** Checks everything about a new account that needs no database, and makes the slow hash outside any transaction. */
    String checkedHash(NewAccount wanted) {
        if (!wanted.login().matches("[a-z0-9][a-z0-9._-]{1,63}")) {
            throw new AccountRefusal("登录名须为 2 至 64 个小写字母、数字或 . _ -，以字母或数字开头。");
        }
        if (wanted.name().isBlank() || wanted.name().length() > 100) {
            throw new AccountRefusal("姓名不能为空，最长 100 字。");
        }
        wanted.scopes().forEach(AccountService::checkScope);
        PasswordRules.complaint(wanted.password(), wanted.login(), wanted.name())
                .ifPresent(complaint -> {
                    throw new AccountRefusal(complaint);
                });
        return hasher.hash(wanted.password());
    }

    Account insert(Tx tx, NewAccount wanted, String hash) {
        if (accounts.byLogin(tx, wanted.login()).isPresent()) {
            throw new AccountRefusal("登录名“" + wanted.login() + "”已有人使用。");
        }
        Account account = new Account(
                new UserId(ids.next()),
                wanted.login(),
                wanted.name(),
                wanted.role(),
                false,
                Scopes.of(List.copyOf(wanted.scopes())));
        accounts.insert(tx, account, hash, wanted.scopes(), now());
        audit(tx, account.id(), "account.create", account.id().toString(), "done");
        return account;
    }

    /**
     * Gives sites to a person and takes others away, at once and on all laptops: their feed cursors become invalid, so that each laptop
     * sends what it has, then takes a snapshot of what it may hold now. Throws {@link AccountRefusal}.
     */
    public Account changeScopes(String login, Set<String> grant, Set<String> revoke) {
        grant.forEach(AccountService::checkScope);
        revoke.forEach(AccountService::checkScope);
        return database.inTransaction(tx -> {
            Account account =
                    accounts.byLogin(tx, login).orElseThrow(() -> new AccountRefusal("没有登录名为“" + login + "”的账号。"));
            accounts.changeScopes(tx, account.id(), grant, revoke);
            audit(tx, account.id(), "account.scopes", account.id().toString(), "done");
            return accounts.byLogin(tx, login).orElseThrow();
        });
    }

    private static void checkScope(String scope) {
        if (!scope.equals(Scopes.NO_SITE) && !scope.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new AccountRefusal("站点范围须为站点编号（UUID）或 *。");
        }
    }

    /** The account with that log-in name. */
    public Optional<Account> find(String login) {
        return database.read(tx -> accounts.byLogin(tx, login));
    }

    /** Ends or restores a person's access, on all laptops, at once. */
    public void setDisabled(UserId id, boolean disabled) {
        database.inTransaction(tx -> {
            accounts.setDisabled(tx, id, disabled);
            audit(tx, id, disabled ? "account.disable" : "account.enable", id.toString(), "done");
            return true;
        });
    }

    /**
     * Checks a log-in. Takes about the same time whatever the outcome. A try is counted before the password is looked at, so that many
     * tries at once gain nothing; five failures lock the name for half an hour, whether such an account exists or not.
     */
    public LoginOutcome login(String login, String password) {
        String loginHash = Sha256.hex(login);
        if (!database.inTransaction(tx -> countTry(tx, loginHash))) {
            hasher.pretend(password);
            return new LoginOutcome.Locked();
        }
        Optional<AccountDao.WithHash> found = database.read(tx -> accounts.withHash(tx, login));
        if (found.isEmpty()) {
            hasher.pretend(password);
        }
        boolean fits = found.isPresent() && hasher.matches(password, found.get().passwordHash());
        if (!fits || found.get().account().disabled()) {
            database.inTransaction(tx -> {
                UserId known = found.map(it -> it.account().id()).orElse(null);
                audit.append(
                        tx,
                        List.of(AuditEntry.of(
                                known == null ? null : known.value(), "login", "login", loginHash, "failed")));
                return true;
            });
            return new LoginOutcome.Wrong();
        }
        return proved(found.get(), loginHash, password);
    }

    private LoginOutcome proved(AccountDao.WithHash found, String loginHash, String password) {
        Optional<String> stronger =
                hasher.outdated(found.passwordHash()) ? Optional.of(hasher.hash(password)) : Optional.empty();
        return database.inTransaction(tx -> {
            attempts.clear(tx, loginHash);
            stronger.ifPresent(hash -> accounts.setHash(tx, found.account().id(), hash));
            audit(tx, found.account().id(), "login", found.account().id().toString(), "done");
            return new LoginOutcome.Proved(found.account());
        });
    }

    private boolean countTry(Tx tx, String loginHash) {
        OffsetDateTime now = now();
        LoginAttemptDao.Attempts before = attempts.lock(tx, loginHash).orElse(new LoginAttemptDao.Attempts(0, null));
        OffsetDateTime lockedUntil = before.lockedUntil();
        if (lockedUntil != null && now.isBefore(lockedUntil)) {
            return false;
        }
        int failures = lockedUntil == null ? before.failures() + 1 : 1;
        attempts.put(
                tx,
                loginHash,
                new LoginAttemptDao.Attempts(failures, failures >= FAILURES ? now.plus(LOCK) : null),
                now);
        return true;
    }

    private void audit(Tx tx, UserId who, String action, String subject, String outcome) {
        audit.append(tx, List.of(AuditEntry.of(who.value(), action, "account", subject, outcome)));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
