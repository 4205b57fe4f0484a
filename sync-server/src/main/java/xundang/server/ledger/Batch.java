package xundang.server.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xundang.model.sync.RecordKey;

/**
 * What one transaction has changed so far: the feed entries to be numbered and the audit lines to be chained at its end, the rows that
 * still wait to be written together, and the records as they are now. A unit of ops has a batch of its own within that of its transaction,
 * which is dropped when the unit is undone.
 */
final class Batch {
    /** A place in the feed. */
    record Place(String scope, RecordKey key) {}

    private final @Nullable Batch outer;
    private final boolean later;
    private final Map<RecordKey, Optional<LedgerRecord>> records = new HashMap<>();
    private final Set<RecordKey> absentBefore = new HashSet<>();
    private final List<NewRecord> inserts = new ArrayList<>();
    private final List<OpLogDao.Answer> answers = new ArrayList<>();
    private final Map<Place, String> changes = new LinkedHashMap<>();
    private final List<AuditEntry> audit = new ArrayList<>();

    private Batch(@Nullable Batch outer, boolean later) {
        this.outer = outer;
        this.later = later;
    }

    /**
     * For one transaction.
     *
     * @param locked records as they are, locked; empty for those that do not exist
     */
    static Batch of(Map<RecordKey, Optional<LedgerRecord>> locked) {
        Batch batch = new Batch(null, false);
        batch.records.putAll(locked);
        locked.forEach((key, record) -> {
            if (record.isEmpty()) {
                batch.absentBefore.add(key);
            }
        });
        return batch;
    }

    /** Whether the transaction found no such record when it began; then the feed has no place for it either. */
    boolean isNew(RecordKey key) {
        return absentBefore.contains(key);
    }

    /**
     * For one unit of ops in this transaction.
     *
     * @param later whether its new records may wait with the transaction's other rows, because nothing in it reads them from the tables
     */
    Batch unit(boolean later) {
        return new Batch(this, later);
    }

    /** The record as it is now; empty when it does not exist, or when the transaction has not met it: see {@link #knows}. */
    Optional<LedgerRecord> known(RecordKey key) {
        Optional<LedgerRecord> own = records.get(key);
        if (own != null) {
            return own;
        }
        return outer == null ? Optional.empty() : outer.known(key);
    }

    /** Whether {@link #known} is an answer and not a question. */
    boolean knows(RecordKey key) {
        return records.containsKey(key) || (outer != null && outer.knows(key));
    }

    /** Whether a new record waits in {@link #inserts()} and is not written by who adds it. */
    boolean later() {
        return later;
    }

    void insertLater(NewRecord record) {
        inserts.add(record);
    }

    /** New records that no table has yet. */
    List<NewRecord> inserts() {
        return inserts;
    }

    void answered(OpLogDao.Answer answer) {
        answers.add(answer);
    }

    /** Answers that no table has yet. */
    List<OpLogDao.Answer> answers() {
        return answers;
    }

    /** The waiting rows have been written. */
    void flushed() {
        inserts.clear();
        answers.clear();
    }

    void changed(LedgerRecord now) {
        records.put(now.key(), Optional.of(now));
        put(now.scope(), now.key(), now.deleted() ? "delete" : "put");
    }

    void leftScope(String scope, RecordKey key) {
        put(scope, key, "remove");
    }

    void audit(AuditEntry entry) {
        audit.add(entry);
    }

    /** Takes over what a unit has done. */
    void addAll(Batch unit) {
        records.putAll(unit.records);
        inserts.addAll(unit.inserts);
        answers.addAll(unit.answers);
        unit.changes.forEach((place, op) -> put(place.scope(), place.key(), op));
        audit.addAll(unit.audit);
    }

    Map<Place, String> changes() {
        return changes;
    }

    List<AuditEntry> audit() {
        return audit;
    }

    private void put(String scope, RecordKey key, String op) {
        Place place = new Place(scope, key);
        changes.remove(place);
        changes.put(place, op);
    }
}
