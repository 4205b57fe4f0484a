package xundang.server.ledger;

import java.util.List;
import xundang.server.platform.db.Tx;

/** Writes records and tells everyone whose tables follow them. */
final class RecordWriter {
    private final RecordDao records;
    private final List<RecordListener> listeners;

    RecordWriter(RecordDao records, List<RecordListener> listeners) {
        this.records = records;
        this.listeners = List.copyOf(listeners);
    }

    void insert(Tx tx, LedgerRecord record, Batch batch) {
        if (batch.later()) {
            batch.insertLater(record);
        } else {
            records.insert(tx, List.of(record));
        }
        announce(tx, record, batch);
    }

    /** Writes the next revision; what belongs to an object follows it to another site. */
    void update(Tx tx, LedgerRecord before, LedgerRecord now, Batch batch) {
        move(tx, before, now, batch);
        if (!before.scope().equals(now.scope())) {
            for (LedgerRecord dependent : records.lockOfAsset(tx, now.key().id())) {
                LedgerRecord moved = new LedgerRecord(
                        dependent.key(),
                        now.scope(),
                        dependent.rev() + 1,
                        dependent.deleted(),
                        dependent.assetId(),
                        dependent.fields());
                move(tx, dependent, moved, batch);
            }
        }
    }

    private void move(Tx tx, LedgerRecord before, LedgerRecord now, Batch batch) {
        records.update(tx, now);
        if (!before.scope().equals(now.scope())) {
            batch.leftScope(before.scope(), now.key());
        }
        announce(tx, now, batch);
    }

    private void announce(Tx tx, LedgerRecord now, Batch batch) {
        batch.changed(now);
        listeners.forEach(listener -> listener.changed(tx, now));
    }
}
