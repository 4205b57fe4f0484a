package xundang.server.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import xundang.model.json.ModelJson;
import xundang.model.sync.FieldChange;
import xundang.server.ledger.ConflictSettlement.Case;
import xundang.server.ledger.ConflictSettlement.Decision;
import xundang.server.platform.db.Tx;

/**
 * Settles conflicts of kind {@code duplicate}: the double number itself says that both are right; another text is this object's new
 * number; the other object's id only closes the conflict, once the numbers differ.
 */
final class NumberDecision {
    private final ConflictRecords conflicts;
    private final PatchApplier patches;
    private final RecordRules rules;
    private final DuplicateNumbers duplicates;

    NumberDecision(ConflictRecords conflicts, PatchApplier patches, RecordRules rules, DuplicateNumbers duplicates) {
        this.conflicts = conflicts;
        this.patches = patches;
        this.rules = rules;
        this.duplicates = duplicates;
    }

    Decision decide(Tx tx, Case open, Batch batch) {
        String field = open.body().field();
        LedgerRecord about = open.about();
        JsonNode chosen = open.chosen();
        if (JsonValues.same(chosen, open.body().server())) {
            boolean still =
                    !about.deleted() && duplicates.other(tx, about, field).isPresent();
            if (still) {
                throw OpRefusal.unresolved("两台设备的编号仍然相同。请先改正其中一个，或确认两者都对。");
            }
            return new Decision.Done(List.of());
        }
        if (chosen == null || !chosen.isString() || chosen.stringValue().isBlank()) {
            throw OpRefusal.invalid("处理结果须为编号。");
        }
        JsonNode present = about.fields().get(field);
        if (about.deleted() || JsonValues.same(chosen, present)) {
            return new Decision.Done(List.of());
        }
        if (!JsonValues.same(present, open.body().client())) {
            return new Decision.Again(showPresent(tx, open, field, batch));
        }
        Map<String, FieldChange> set = Map.of(field, new FieldChange(present, chosen));
        RecordRules.checkValues(set);
        rules.checkOwn(about.key().type(), set);
        List<UUID> opened =
                patches.merge(tx, open.op(), set, open.author(), about, batch).conflictIds();
        if (!opened.isEmpty()) {
            throw OpRefusal.unresolved("这个编号也已有设备使用。");
        }
        return new Decision.Done(List.of());
    }

    /** Somebody has changed this object's number meanwhile. */
    private LedgerRecord showPresent(Tx tx, Case open, String field, Batch batch) {
        Map<String, JsonNode> fields = new LinkedHashMap<>(open.conflict().fields());
        ThreeWayMerge.put(fields, "client", open.about().fields().get(field));
        Optional<UUID> other = duplicates.other(tx, open.about(), field);
        other.ifPresent(
                id -> fields.put("server", ModelJson.mapper().getNodeFactory().stringNode(id.toString())));
        fields.put(
                "server_rev",
                ModelJson.mapper().getNodeFactory().numberNode(open.about().rev()));
        return conflicts.write(tx, open.conflict(), fields, batch);
    }
}
