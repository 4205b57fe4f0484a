package xundang.server.auth;

import java.util.Optional;
import java.util.Set;
import xundang.model.account.Role;
import xundang.server.auth.AccountService.NewAccount;
import xundang.server.ledger.Scopes;
import xundang.server.platform.db.ServerDatabase;
import xundang.server.platform.digest.Secrets;
import xundang.server.platform.digest.Sha256;

/**
 * The first administrator (trust requirement S5): there is no default account; a server without accounts prints a one-time code, and who
 * has that code may make the first one.
 */
public final class SetupService {
    private static final String CODE_HASH = "setup_code_hash";
    private static final String TRIES_LEFT = "setup_tries_left";
    private static final int TRIES = 5;

    private final ServerDatabase database;
    private final AccountService accounts;
    private final Secrets secrets;
    private final AccountDao accountDao = new AccountDao();
    private final LedgerInfoDao info = new LedgerInfoDao();

    public SetupService(ServerDatabase database, AccountService accounts, Secrets secrets) {
        this.database = database;
        this.accounts = accounts;
        this.secrets = secrets;
    }

    /** A new code, replacing any before it, when there is no account yet. */
    public Optional<String> newCode() {
        return database.inTransaction(tx -> {
            if (!accountDao.none(tx)) {
                return Optional.empty();
            }
            String code = secrets.code();
            info.put(tx, CODE_HASH, Sha256.hex(Secrets.canonicalCode(code)));
            info.put(tx, TRIES_LEFT, Integer.toString(TRIES));
            return Optional.of(code);
        });
    }

    /** Makes the first administrator and uses the code up. Throws {@link AccountRefusal}. */
    public Account firstAdministrator(String code, String login, String name, String password) {
        NewAccount wanted = new NewAccount(login, name, Role.ADMINISTRATOR, password, Set.of(Scopes.NO_SITE));
        String hash = accounts.checkedHash(wanted);
        Optional<Account> made = database.inTransaction(tx -> {
            int left = Integer.parseInt(info.get(tx, TRIES_LEFT).orElse("0"));
            boolean fits = accountDao.none(tx)
                    && left > 0
                    && info.get(tx, CODE_HASH).orElse("").equals(Sha256.hex(Secrets.canonicalCode(code)));
            if (!fits) {
                info.put(tx, TRIES_LEFT, Integer.toString(Math.max(0, left - 1)));
                return Optional.empty();
            }
            info.remove(tx, CODE_HASH);
            info.remove(tx, TRIES_LEFT);
            return Optional.of(accounts.insert(tx, wanted, hash));
        });
        return made.orElseThrow(() -> new AccountRefusal("初始化码不对或已失效，没有建立账号。请使用服务器启动时显示的初始化码；输错五次后须重启服务器取得新码。"));
    }
}
