package xundang.server.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import xundang.model.id.IdSource;
import xundang.model.json.ModelJson;
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
    private final OpReader reader;
    private final LedgerWriter writer;

    /**
     * @param knownCategory whether a text names a category of objects
     * @param listeners further projections of the records
     */
    public LedgerService(
            InstantSource clock, IdSource ids, Predicate<String> knownCategory, List<RecordListener> listeners) {
        this(clock, ids, knownCategory, listeners, Upcaster.ofThisServer());
    }

    /** As above, with the shapes of ops that it understands. */
    public LedgerService(
            InstantSource clock,
            IdSource ids,
            Predicate<String> knownCategory,
            List<RecordListener> listeners,
            Upcaster upcaster) {
        this.audit = new AuditTrail(clock);
        this.reader = new OpReader(upcaster);
        List<RecordListener> all = new ArrayList<>(listeners);
        all.addFirst(assets);
        RecordWriter recordWriter = new RecordWriter(records, all);
        FieldOrigins origins = new FieldOrigins(log);
        ConflictRecords conflicts = new ConflictRecords(recordWriter, origins, ids);
        DuplicateNumbers duplicates = new DuplicateNumbers(assets, conflicts, origins);
        RecordRules rules = new RecordRules(knownCategory);
        Whereabouts whereabouts = new Whereabouts(records);
        PatchApplier patches = new PatchApplier(recordWriter, rules, whereabouts, conflicts, duplicates, origins);
        ConflictSettlement settlement = new ConflictSettlement(
                records,
                conflicts,
                new ValueDecision(conflicts, patches, rules, whereabouts, origins),
                new ExistenceDecision(recordWriter, conflicts, patches, whereabouts, origins),
                new NumberDecision(conflicts, patches, rules, duplicates));
        OpApplier applier = new OpApplier(records, recordWriter, rules, whereabouts, patches, settlement);
        this.writer = new LedgerWriter(records, recordWriter, applier, duplicates, audit, ids, clock);
    }

    /** Makes the feed's head on first start; a new head means a new history. */
    public static void prepare(ServerDatabase database, IdSource ids) {
        database.inTransaction(tx -> {
            new ChangeLogDao().createHead(tx, ids.next());
            return true;
        });
    }

    /** Applies ops that the server made itself, e.g. from an import. As {@link #applyIncoming}. */
    public List<OpResult> apply(Tx tx, List<Op> ops, Author author) {
        return applyIncoming(tx, ops.stream().map(reader::of).toList(), author);
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
    public List<OpResult> applyIncoming(Tx tx, List<IncomingOp> ops, Author author) {
        return writer.apply(tx, ops, author);
    }

    /** Reads ops as they arrive. */
    public OpReader reader() {
        return reader;
    }

    /** Ops that wait for a newer server, in the order in which they came. */
    public List<HeldOp> held(Tx tx) {
        return log.held(tx);
    }

    /**
     * Tries held ops of one device again, groups together, on behalf of their author. What is applied now is not held any more and its
     * author's laptop finds it in the feed; what is still not understood, or refused now, stays held. Locks as {@link #applyIncoming}.
     */
    public List<OpResult> retryHeld(Tx tx, List<HeldOp> ops, Author author) {
        List<IncomingOp> read = ops.stream()
                .map(op -> reader.read(ModelJson.mapper().readTree(op.body()))
                        .orElseThrow(() -> new IllegalStateException("held op " + op.opId() + " has no id or number")))
                .toList();
        return writer.retry(tx, read, author);
    }

    /**
     * Takes out of the feed what left it before that moment: entries that say {@code delete} or {@code remove}. The records themselves
     * stay, because numbers are never used again and an old file (一物一档) may be asked for. Returns how many entries went.
     */
    public int forgetGone(Tx tx, Instant before) {
        return new ChangeLogDao().forgetGone(tx, OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
    }

    /** Whether an op with that id was answered before. */
    public boolean hasAnswered(Tx tx, UUID opId) {
        return log.find(tx, List.of(opId)).containsKey(opId);
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
