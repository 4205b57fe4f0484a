package xundang.server.auth;

import java.util.Optional;
import xundang.server.platform.db.ServerDatabase;
import xundang.server.platform.db.Tx;

/**
 * The ledger's code and name, fixed on first start.
 *
 * @param code short name in every tag, e.g. {@code SH01}
 */
public record LedgerIdentity(String code, String name) {
    private static final String CODE = "ledger_code";
    private static final String NAME = "ledger_name";

    public LedgerIdentity {
        if (!code.matches("[A-Z0-9]{2,8}")) {
            throw new IllegalArgumentException("ledger code: 2 to 8 capital letters or digits");
        }
    }

    /** What the database says; on first start, what is wished. Printed tags carry the code, so it never changes afterwards. */
    public static LedgerIdentity settle(ServerDatabase database, LedgerIdentity wished) {
        return database.inTransaction(tx -> {
            LedgerInfoDao dao = new LedgerInfoDao();
            Optional<LedgerIdentity> known = read(tx, dao);
            if (known.isEmpty()) {
                dao.put(tx, CODE, wished.code());
                dao.put(tx, NAME, wished.name());
            }
            return known.orElse(wished);
        });
    }

    private static Optional<LedgerIdentity> read(Tx tx, LedgerInfoDao dao) {
        return dao.get(tx, CODE).flatMap(code -> dao.get(tx, NAME).map(name -> new LedgerIdentity(code, name)));
    }
}
