package xundang.server.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A record that no table has yet.
 *
 * @param text its fields as the database will keep them, if that is known already
 */
record NewRecord(LedgerRecord record, @Nullable String text) {
    static NewRecord of(LedgerRecord record) {
        return new NewRecord(record, null);
    }
}
