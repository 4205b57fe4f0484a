package xundang.server.ledger;

import xundang.server.platform.db.Tx;

/** Keeps a projection of the records up to date. Called in the transaction that wrote the record, after each change of it. */
@FunctionalInterface
public interface RecordListener {
    /** The record is like this now, or is a tombstone. */
    void changed(Tx tx, LedgerRecord now);
}
