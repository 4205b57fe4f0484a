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

    void insert(Tx tx, NewRecord record, Batch batch) {
        batch.changed(record.record());
        if (batch.later()) {
            batch.insertLater(record);
        } else {
            insertWaiting(tx, List.of(record));
        }
    }

    /** Writes new records of which the batch knows already. */
    void insertWaiting(Tx tx, List<NewRecord> waiting) {
        records.insert(tx, waiting);
        for (NewRecord record : waiting) {
            listeners.forEach(listener -> listener.changed(tx, record.record()));
        }
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
        batch.changed(now);
        listeners.forEach(listener -> listener.changed(tx, now));
    }
}
