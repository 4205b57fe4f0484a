package xundang.server.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;
import xundang.model.json.ModelJson;
import xundang.model.sync.ConflictBody;
import xundang.model.sync.FieldChange;
import xundang.server.ledger.ConflictSettlement.Case;
import xundang.server.ledger.ConflictSettlement.Decision;
import xundang.server.platform.db.Tx;

/** Settles conflicts about values: kinds {@code edit} and {@code rule}. The chosen value is held to the same rules as a patch. */
final class ValueDecision {
    private final ConflictRecords conflicts;
    private final PatchApplier patches;
    private final RecordRules rules;
    private final Whereabouts whereabouts;
    private final FieldOrigins origins;

    ValueDecision(
            ConflictRecords conflicts,
            PatchApplier patches,
            RecordRules rules,
            Whereabouts whereabouts,
            FieldOrigins origins) {
        this.conflicts = conflicts;
        this.patches = patches;
        this.rules = rules;
        this.whereabouts = whereabouts;
        this.origins = origins;
    }

    Decision decide(Tx tx, Case open, Batch batch) {
        List<String> group = GroupValue.fields(open.body().field());
        Map<String, @Nullable JsonNode> wanted =
                GroupValue.split(group, open.chosen()).orElseThrow(() -> OpRefusal.invalid("处理结果须写明这一组字段各自的值。"));
        if (open.about().deleted()) {
            return JsonValues.same(open.chosen(), open.body().server())
                    ? new Decision.Done(List.of())
                    : new Decision.Again(askAboutDeletion(tx, open, wanted, batch));
        }
        Map<String, JsonNode> fields = open.about().fields();
        JsonNode present = GroupValue.of(group, fields);
        boolean asChosen = JsonValues.same(present, open.chosen());
        if (!asChosen && !JsonValues.same(present, open.body().server())) {
            Map<String, @Nullable JsonNode> values = new LinkedHashMap<>();
            group.forEach(field -> values.put(field, fields.get(field)));
            return new Decision.Again(conflicts.refresh(
                    tx,
                    open.conflict(),
                    open.about(),
                    present,
                    origins.ofFields(tx, open.about().key(), values, group.size() > 1),
                    batch));
        }
        Map<String, FieldChange> set = new LinkedHashMap<>();
        wanted.forEach((field, to) -> {
            if (!JsonValues.same(fields.get(field), to)) {
                set.put(field, new FieldChange(fields.get(field), to));
            }
        });
        check(tx, open, set, batch);
        return set.isEmpty()
                ? new Decision.Done(List.of())
                : new Decision.Done(patches.merge(tx, open.op(), set, open.author(), open.about(), batch)
                        .conflictIds());
    }

    /** The chosen value must be possible now; otherwise the conflict stays as it is and the one who decides is told why. */
    private void check(Tx tx, Case open, Map<String, FieldChange> set, Batch batch) {
        LedgerRecord about = open.about();
        RecordRules.checkValues(set);
        rules.checkOwn(about.key().type(), set);
        FieldChange state = set.get(StateSteps.FIELD);
        if (state != null) {
            StateSteps.obstacle(state.from(), state.to()).ifPresent(reason -> {
                throw OpRefusal.unresolved(reason);
            });
        }
        Map<String, JsonNode> merged = new LinkedHashMap<>(about.fields());
        set.forEach((field, change) -> ThreeWayMerge.put(merged, field, change.to()));
        try {
            rules.checkRecord(about.key().type(), about.key().id(), merged, open.author());
        } catch (OpRefusal refusal) {
            throw OpRefusal.unresolved(refusal.reason());
        }
        boolean aboutPlace = GroupValue.fields(open.body().field()).contains("site_id");
        if (aboutPlace) {
            whereabouts
                    .of(tx, about.key().type(), about.assetId(), merged, open.author(), batch)
                    .gone()
                    .ifPresent(reason -> {
                        throw OpRefusal.unresolved(reason);
                    });
        }
    }

    /** The record was deleted while its conflict was open: now the question is whether it shall live again with the wanted value. */
    private LedgerRecord askAboutDeletion(Tx tx, Case open, Map<String, @Nullable JsonNode> wanted, Batch batch) {
        ObjectNode patch = ModelJson.mapper().createObjectNode();
        wanted.forEach((field, to) -> patch.set(
                field,
                ModelJson.mapper()
                        .valueToTree(new FieldChange(open.about().fields().get(field), to))));
        Map<String, JsonNode> fields = new LinkedHashMap<>(open.conflict().fields());
        fields.put("kind", ModelJson.mapper().getNodeFactory().stringNode("delete"));
        fields.put("field", ModelJson.mapper().getNodeFactory().stringNode(ConflictBody.WHOLE_RECORD));
        fields.put("client", patch);
        fields.remove("base");
        fields.remove("reason");
        LedgerRecord asked = conflicts.write(tx, open.conflict(), fields, batch);
        return conflicts.refresh(
                tx,
                asked,
                open.about(),
                BooleanNode.TRUE,
                origins.ofRecord(tx, open.about().key()),
                batch);
    }
}
