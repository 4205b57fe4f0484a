package xundang.server.ledger;

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

/**
 * Settles an open conflict: the op's {@code resolution} is the value that shall stand. For one field it becomes the record's value; a
 * conflict about a whole record or a double number is only closed, what follows from it are ordinary ops.
 */
final class ConflictSettlement {
    private final RecordDao records;
    private final RecordWriter writer;

    ConflictSettlement(RecordDao records, RecordWriter writer) {
        this.records = records;
        this.writer = writer;
    }

    OpApplier.Outcome settle(Tx tx, Op op, LedgerRecord conflict, Batch batch) {
        FieldChange change = op.set().get("resolution");
        if (change == null) {
            throw OpRefusal.invalid("没有给出处理结果。");
        }
        JsonNode chosen = change.to();
        if (conflict.text("state").filter("settled"::equals).isPresent()) {
            if (JsonValues.same(conflict.fields().get("resolution"), chosen)) {
                return new OpApplier.Outcome(OpStatus.NOOP, conflict.rev(), List.of());
            }
            throw OpRefusal.rejected(
                    "conflict-settled", "E-OP-410", "Already settled", "这处分歧已由他人处理。您的选择没有保存到台账，本机上仍保留。请核对现在的值。");
        }
        if (conflict.text("kind").filter("edit"::equals).isPresent()) {
            write(tx, conflict, chosen, batch);
        }
        Map<String, JsonNode> fields = new LinkedHashMap<>(conflict.fields());
        fields.put("state", ModelJson.mapper().getNodeFactory().stringNode("settled"));
        ThreeWayMerge.put(fields, "resolution", chosen);
        LedgerRecord settled = conflict.changedTo(conflict.scope(), fields);
        writer.update(tx, conflict, settled, batch);
        return new OpApplier.Outcome(OpStatus.APPLIED, settled.rev(), List.of());
    }

    private void write(Tx tx, LedgerRecord conflict, @Nullable JsonNode chosen, Batch batch) {
        String field = conflict.text("field").orElseThrow();
        RecordKey key = new RecordKey(
                new RecordType(conflict.text("rec_type").orElseThrow()),
                UUID.fromString(conflict.text("rec_id").orElseThrow()));
        Optional<LedgerRecord> record = records.find(tx, key).filter(found -> !found.deleted());
        if (record.isPresent() && !JsonValues.same(record.get().fields().get(field), chosen)) {
            Map<String, JsonNode> fields = new LinkedHashMap<>(record.get().fields());
            ThreeWayMerge.put(fields, field, chosen);
            String scope = key.type().equals(RecordType.ASSET)
                    ? RecordRules.scopeOfAsset(fields)
                    : record.get().scope();
            writer.update(tx, record.get(), record.get().changedTo(scope, fields), batch);
        }
    }
}
