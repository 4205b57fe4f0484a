package xundang.server.auth;

import static xundang.server.platform.db.generated.Tables.LEDGER_INFO;

import java.util.Optional;
import xundang.server.platform.db.Tx;

/** Table {@code ledger_info}. */
final class LedgerInfoDao {
    Optional<String> get(Tx tx, String name) {
        return tx.dsl()
                .select(LEDGER_INFO.VAL)
                .from(LEDGER_INFO)
                .where(LEDGER_INFO.NAME.eq(name))
                .fetchOptional(LEDGER_INFO.VAL);
    }

    void put(Tx tx, String name, String value) {
        remove(tx, name);
        tx.dsl()
                .insertInto(LEDGER_INFO)
                .set(LEDGER_INFO.NAME, name)
                .set(LEDGER_INFO.VAL, value)
                .execute();
    }

    void remove(Tx tx, String name) {
        tx.dsl().deleteFrom(LEDGER_INFO).where(LEDGER_INFO.NAME.eq(name)).execute();
    }
}
