package xundang.server.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import xundang.model.inspection.InspectionBody;
import xundang.model.sync.ConflictBody;
import xundang.model.sync.FieldChange;
import xundang.model.sync.FieldGroups;
import xundang.model.sync.Op;
import xundang.model.sync.OpStatus;
import xundang.model.sync.RecordType;
import xundang.server.platform.db.Tx;

/** Applies one op to its record. Throws {@link OpRefusal} when the op can have no effect; the caller undoes the savepoint. */
final class OpApplier {
    /** What became of the op. */
    record Outcome(OpStatus status, long rev, List<UUID> conflictIds) {}

    private final RecordDao records;
    private final RecordWriter writer;
    private final RecordRules rules;
    private final Whereabouts whereabouts;
    private final PatchApplier patches;
    private final ConflictSettlement settlement;
    private final OpPolicy policy = new OpPolicy();
    private final RoundRules rounds;

    OpApplier(
            RecordDao records,
            RecordWriter writer,
            RecordRules rules,
            Whereabouts whereabouts,
            PatchApplier patches,
            ConflictSettlement settlement) {
        this.records = records;
        this.writer = writer;
        this.rules = rules;
        this.whereabouts = whereabouts;
        this.patches = patches;
        this.settlement = settlement;
        this.rounds = new RoundRules(records);
    }

    Outcome apply(Tx tx, IncomingOp incoming, Author author, Batch batch) {
        Op op = incoming.require();
        policy.check(op, author);
        if (incoming.soundInspection().isEmpty()) {
            rules.checkShape(op);
        }
        Optional<LedgerRecord> existing = records.find(tx, op.key(), batch);
        if (existing.isPresent() && !author.scopes().mayWrite(existing.get().scope()) && !author.system()) {
            throw OpRefusal.unknownRecord();
        }
        String kind = op.kind().name();
        return switch (kind.substring(kind.indexOf('.') + 1)) {
            case "create", "attach" ->
                existing.isPresent()
                        ? createAgain(tx, op, author, existing.get(), batch)
                        : create(tx, op, incoming.soundInspection(), author, batch);
            case "patch" -> patches.apply(tx, op, author, existing.orElseThrow(OpRefusal::unknownRecord), batch);
            case "delete" -> delete(tx, op, author, existing.orElseThrow(OpRefusal::unknownRecord), batch);
            case "resolve" -> settlement.settle(tx, op, author, existing.orElseThrow(OpRefusal::unknownRecord), batch);
            default -> throw OpRefusal.held();
        };
    }

    private Outcome create(Tx tx, Op op, Optional<InspectionBody> sound, Author author, Batch batch) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        op.set().forEach((field, change) -> ThreeWayMerge.put(fields, field, change.to()));
        if (sound.isPresent()) {
            RecordRules.checkSigner(sound.get(), author);
        } else {
            rules.checkRecord(op.recType(), op.recId(), fields, author);
        }
        UUID asset = RecordRules.assetOf(op.recType(), fields);
        if (op.recType().equals(RecordType.ROUND_MARK)) {
            rounds.checkAgainstPlan(tx, fields, batch);
        }
        Whereabouts.Place place = whereabouts.of(tx, op.recType(), asset, fields, author, batch);
        LedgerRecord record = new LedgerRecord(op.key(), place.scope(), 1, false, asset, fields);
        writer.insert(tx, record, batch);
        List<UUID> opened =
                new ArrayList<>(patches.duplicates().check(tx, record, op.set().keySet(), op, author, batch));
        place.gone()
                .flatMap(reason -> openGone(tx, record, op, author, reason, batch))
                .ifPresent(opened::add);
        return new Outcome(opened.isEmpty() ? OpStatus.APPLIED : OpStatus.CONFLICT, record.rev(), opened);
    }

    /** What was found on site is evidence and is kept although its site or object is gone; a person is told, once for each inspection. */
    private Optional<UUID> openGone(Tx tx, LedgerRecord record, Op op, Author author, String reason, Batch batch) {
        RecordType type = record.key().type();
        if (!type.equals(RecordType.ASSET) && !type.equals(RecordType.INSPECTION)) {
            return Optional.empty();
        }
        List<String> group = FieldGroups.groupOf(type, "site_id");
        JsonNode value = type.equals(RecordType.ASSET) ? GroupValue.of(group, record.fields()) : null;
        String field = type.equals(RecordType.ASSET) ? GroupValue.name(group) : ConflictBody.WHOLE_RECORD;
        var values = new ConflictRecords.Values(ConflictRecords.Kind.RULE, field, null, value, value, reason);
        return Optional.of(patches.conflicts().open(tx, record, op, author, values, Optional.empty(), batch));
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
        return patches.apply(tx, op, author, now, batch);
    }

    private Outcome delete(Tx tx, Op op, Author author, LedgerRecord now, Batch batch) {
        if (now.deleted()) {
            return new Outcome(OpStatus.NOOP, now.rev(), List.of());
        }
        if (changedSince(op, now)) {
            var values = new ConflictRecords.Values(
                    ConflictRecords.Kind.DELETE,
                    ConflictBody.WHOLE_RECORD,
                    null,
                    BooleanNode.FALSE,
                    BooleanNode.TRUE,
                    null);
            UUID conflict = patches.conflicts()
                    .open(tx, now, op, author, values, patches.origins().ofRecord(tx, now.key()), batch);
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
}
