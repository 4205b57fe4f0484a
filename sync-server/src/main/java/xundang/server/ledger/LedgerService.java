package xundang.server.ledger;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import xundang.model.id.IdSource;
import xundang.model.sync.Op;
import xundang.model.sync.OpResult;
import xundang.model.sync.RecordKey;
import xundang.server.platform.db.ServerDatabase;
import xundang.server.platform.db.Tx;

/** The ledger (台账). {@link #apply} is the only way in: for laptops, imports, jobs and the command line alike. */
public final class LedgerService {
    private final RecordDao records = new RecordDao();
    private final AssetViewDao assets = new AssetViewDao();
    private final OpLogDao log = new OpLogDao();
    private final AuditTrail audit;
    private final LedgerWriter writer;

    /**
     * @param knownCategory whether a text names a category of objects
     * @param listeners further projections of the records
     */
    public LedgerService(
            InstantSource clock, IdSource ids, Predicate<String> knownCategory, List<RecordListener> listeners) {
        this.audit = new AuditTrail(clock);
        List<RecordListener> all = new ArrayList<>(listeners);
        all.addFirst(assets);
        RecordWriter recordWriter = new RecordWriter(records, all);
        ConflictRecords conflicts = new ConflictRecords(recordWriter, ids);
        OpApplier applier = new OpApplier(
                records,
                recordWriter,
                conflicts,
                new DuplicateNumbers(assets, conflicts),
                new ConflictSettlement(records, recordWriter),
                new RecordRules(knownCategory));
        this.writer = new LedgerWriter(records, applier, audit, ids, clock);
    }

    /** Makes the feed's head on first start; a new head means a new history. */
    public static void prepare(ServerDatabase database, IdSource ids) {
        database.inTransaction(tx -> {
            new ChangeLogDao().createHead(tx, ids.next());
            return true;
        });
    }

    /**
     * Begins a new history after an older state of the database was put back: all laptops then read the ledger anew and send again what
     * is missing.
     */
    public void beginHistory(Tx tx, UUID epoch) {
        new ChangeLogDao().beginHistory(tx, epoch);
        audit.append(tx, List.of(AuditEntry.of(null, "ledger.accept_restored", "ledger", epoch.toString(), "done")));
    }

    /**
     * Applies ops in order and returns one answer for each. A permanent error of one op (or of one of its group) undoes that op (or the
     * group) alone. Locks the feed's head and the audit chain: nothing else may be written after it in the same transaction.
     */
    public List<OpResult> apply(Tx tx, List<Op> ops, Author author) {
        return writer.apply(tx, ops, author);
    }

    /** Fields that are merged as one, by record type. */
    public static Map<String, List<List<String>>> fieldGroups() {
        return RecordRules.fieldGroups();
    }

    /** Whether an op with that id was answered before. */
    public boolean hasAnswered(Tx tx, UUID opId) {
        return log.find(tx, opId).isPresent();
    }

    /** A record, tombstones included. */
    public Optional<LedgerRecord> find(Tx tx, RecordKey key) {
        return records.find(tx, key);
    }

    /** Records of all types, for pages and exports. */
    public RecordDao records() {
        return records;
    }

    /** The living objects, for queries. */
    public AssetViewDao assets() {
        return assets;
    }

    /** The audit. */
    public AuditTrail audit() {
        return audit;
    }
}
