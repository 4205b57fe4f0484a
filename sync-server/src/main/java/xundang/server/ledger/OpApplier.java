package xundang.server.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.model.json.ModelJson;
import xundang.model.sync.FieldChange;
import xundang.model.sync.Op;
import xundang.model.sync.OpStatus;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.server.platform.db.Tx;

/** Applies one op to its record. Throws {@link OpRefusal} when the op can have no effect; the caller undoes the savepoint. */
final class OpApplier {
    /** What became of the op. */
    record Outcome(OpStatus status, long rev, List<UUID> conflictIds) {}

    private static final String WHOLE_RECORD = "*";

    private final RecordDao records;
    private final RecordWriter writer;
    private final ConflictRecords conflicts;
    private final DuplicateNumbers duplicates;
    private final ConflictSettlement settlement;
    private final RecordRules rules;
    private final OpPolicy policy = new OpPolicy();

    OpApplier(
            RecordDao records,
            RecordWriter writer,
            ConflictRecords conflicts,
            DuplicateNumbers duplicates,
            ConflictSettlement settlement,
            RecordRules rules) {
        this.records = records;
        this.writer = writer;
        this.conflicts = conflicts;
        this.duplicates = duplicates;
        this.settlement = settlement;
        this.rules = rules;
    }

    Outcome apply(Tx tx, Op op, Author author, Batch batch) {
        policy.check(op, author);
        rules.checkShape(op);
        Optional<LedgerRecord> existing = records.find(tx, op.key());
        if (existing.isPresent() && !author.scopes().mayWrite(existing.get().scope()) && !author.system()) {
            throw OpRefusal.unknownRecord();
        }
        String kind = op.kind().name();
        return switch (kind.substring(kind.indexOf('.') + 1)) {
            case "create", "attach" ->
                existing.isPresent()
                        ? createAgain(tx, op, author, existing.get(), batch)
                        : create(tx, op, author, batch);
            case "patch" -> patch(tx, op, author, existing.orElseThrow(OpRefusal::unknownRecord), batch);
            case "delete" -> delete(tx, op, author, existing.orElseThrow(OpRefusal::unknownRecord), batch);
            case "resolve" -> settlement.settle(tx, op, existing.orElseThrow(OpRefusal::unknownRecord), batch);
            default -> throw OpRefusal.held();
        };
    }

    private Outcome create(Tx tx, Op op, Author author, Batch batch) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        op.set().forEach((field, change) -> ThreeWayMerge.put(fields, field, change.to()));
        rules.checkRecord(op.recType(), op.recId(), fields, author);
        UUID asset = RecordRules.assetOf(op.recType(), fields);
        String scope = scopeFor(tx, op.recType(), asset, fields, author);
        LedgerRecord record = new LedgerRecord(op.key(), scope, 1, false, asset, fields);
        writer.insert(tx, record, batch);
        List<UUID> opened = duplicates.check(tx, record, op, author, batch);
        return new Outcome(opened.isEmpty() ? OpStatus.APPLIED : OpStatus.CONFLICT, record.rev(), opened);
    }

    /** The same record from a second source, e.g. a repeated import: no effect when it says the same, otherwise a merge. */
    private Outcome createAgain(Tx tx, Op op, Author author, LedgerRecord now, Batch batch) {
        boolean same = !now.deleted()
                && op.set().entrySet().stream()
                        .allMatch(entry -> JsonValues.same(
                                now.fields().get(entry.getKey()),
                                entry.getValue().to()));
        if (same) {
            return new Outcome(OpStatus.NOOP, now.rev(), List.of());
        }
        if (RecordRules.appendOnly(op.recType())) {
            throw OpRefusal.rejected(
                    "append-only", "E-OP-409", "Already submitted", "这条记录已经提交过，内容不能再改。新的内容没有保存到台账，本机上仍保留。请用补充说明更正。");
        }
        return patch(tx, op, author, now, batch);
    }

    private Outcome patch(Tx tx, Op op, Author author, LedgerRecord now, Batch batch) {
        if (RecordRules.appendOnly(op.recType())) {
            throw OpRefusal.notAllowed();
        }
        if (now.deleted()) {
            JsonNode wanted = ModelJson.mapper().valueToTree(op.set());
            UUID conflict = conflicts.open(
                    tx,
                    now,
                    op,
                    author,
                    ConflictRecords.Kind.DELETE,
                    new ThreeWayMerge.Clash(WHOLE_RECORD, null, null, wanted),
                    batch);
            return new Outcome(OpStatus.CONFLICT, now.rev(), List.of(conflict));
        }
        ThreeWayMerge merge = ThreeWayMerge.of(
                now.fields(),
                op.set(),
                RecordRules.fieldGroups().getOrDefault(op.recType().name(), List.of()));
        LedgerRecord after = now;
        List<UUID> opened = new ArrayList<>();
        if (merge.changed()) {
            RecordRules.checkStays(now, merge.fields());
            rules.checkRecord(op.recType(), op.recId(), merge.fields(), author);
            String scope = scopeFor(tx, op.recType(), now.assetId(), merge.fields(), author);
            after = now.changedTo(scope, merge.fields());
            writer.update(tx, now, after, batch);
            opened.addAll(duplicates.check(tx, after, op, author, batch));
        }
        for (ThreeWayMerge.Clash clash : merge.clashes()) {
            opened.add(conflicts.open(tx, after, op, author, ConflictRecords.Kind.EDIT, clash, batch));
        }
        return new Outcome(statusOf(op, now, merge.changed(), opened), after.rev(), opened);
    }

    private static OpStatus statusOf(Op op, LedgerRecord before, boolean changed, List<UUID> opened) {
        if (!opened.isEmpty()) {
            return OpStatus.CONFLICT;
        }
        if (!changed) {
            return OpStatus.NOOP;
        }
        return before.rev() == op.baseRev() ? OpStatus.APPLIED : OpStatus.MERGED;
    }

    private Outcome delete(Tx tx, Op op, Author author, LedgerRecord now, Batch batch) {
        if (now.deleted()) {
            return new Outcome(OpStatus.NOOP, now.rev(), List.of());
        }
        if (changedSince(op, now)) {
            UUID conflict = conflicts.open(
                    tx,
                    now,
                    op,
                    author,
                    ConflictRecords.Kind.DELETE,
                    new ThreeWayMerge.Clash(WHOLE_RECORD, null, null, null),
                    batch);
            return new Outcome(OpStatus.CONFLICT, now.rev(), List.of(conflict));
        }
        LedgerRecord gone = now.tombstone();
        writer.update(tx, now, gone, batch);
        return new Outcome(OpStatus.APPLIED, gone.rev(), List.of());
    }

    /** A delete may name the values that its author saw; then these decide, so that the author's own earlier edits do no harm. */
    private static boolean changedSince(Op op, LedgerRecord now) {
        if (op.set().isEmpty()) {
            return now.rev() != op.baseRev();
        }
        for (Map.Entry<String, FieldChange> seen : op.set().entrySet()) {
            if (!JsonValues.same(
                    now.fields().get(seen.getKey()), seen.getValue().from())) {
                return true;
            }
        }
        return false;
    }

    private String scopeFor(Tx tx, RecordType type, @Nullable UUID asset, Map<String, JsonNode> fields, Author author) {
        String scope;
        if (type.equals(RecordType.ASSET)) {
            scope = RecordRules.scopeOfAsset(fields);
            checkSite(tx, scope);
        } else if (asset != null) {
            scope = records.find(tx, new RecordKey(RecordType.ASSET, asset))
                    .filter(owner -> !owner.deleted())
                    .map(LedgerRecord::scope)
                    .orElseThrow(OpRefusal::unknownRecord);
        } else {
            scope = Scopes.NO_SITE;
        }
        if (!author.system() && !author.scopes().mayWrite(scope)) {
            throw OpRefusal.unknownRecord();
        }
        return scope;
    }

    private void checkSite(Tx tx, String scope) {
        if (scope.equals(Scopes.NO_SITE)) {
            return;
        }
        boolean known = records.find(tx, new RecordKey(RecordType.SITE, UUID.fromString(scope)))
                .filter(site -> !site.deleted())
                .isPresent();
        if (!known) {
            throw OpRefusal.unknownRecord();
        }
    }
}
