package xundang.desktop.sync.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import xundang.model.account.DeviceId;
import xundang.model.json.ModelJson;
import xundang.model.sync.Op;
import xundang.model.sync.OpStatus;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.server.ledger.Author;

/** The server's tables as they stand, read past the server's own code. */
final class ServerLook {
    private static final TypeReference<Map<String, JsonNode>> FIELDS = new TypeReference<>() {};
    private static final DeviceId SYSTEM = Author.ofSystem().device();

    final Map<RecordKey, Rec> records = new LinkedHashMap<>();
    final Map<UUID, Answered> ops = new LinkedHashMap<>();
    final Map<String, Long> indexed = new HashMap<>();
    final List<Long> numbers = new ArrayList<>();
    final long head;

    /** A record. */
    record Rec(String scope, long rev, boolean deleted, Map<String, JsonNode> fields) {
        String text(String field) {
            JsonNode node = fields.get(field);
            return node == null ? "" : node.asString();
        }
    }

    /** An op with its answer; in the order in which the server took them. */
    record Answered(Op op, OpStatus status, boolean system) {
        boolean effective() {
            return status != OpStatus.REJECTED && status != OpStatus.HELD;
        }
    }

    ServerLook(SimServer server) {
        Tables tables = server.tables;
        for (List<Object> row : tables.rows(
                "select rec_type, rec_id, scope, rev, deleted, fields from ledger_record order by rec_id")) {
            records.put(
                    new RecordKey(new RecordType((String) row.get(0)), (UUID) row.get(1)),
                    new Rec(
                            (String) row.get(2),
                            (Long) row.get(3),
                            (Boolean) row.get(4),
                            ModelJson.mapper().readValue((String) row.get(5), FIELDS)));
        }
        for (List<Object> row :
                tables.rows("select device_id, body, status from op_result order by received_at, op_seq")) {
            Op op = whole((ObjectNode) ModelJson.mapper().readTree((String) row.get(1)));
            ops.put(
                    op.opId(),
                    new Answered(
                            op,
                            OpStatus.valueOf(((String) row.get(2)).toUpperCase(Locale.ROOT)),
                            row.get(0).equals(SYSTEM.value())));
        }
        for (List<Object> row : tables.rows("select scope, rec_type, rec_id, seq from change_index")) {
            indexed.put(row.get(0) + " " + row.get(1) + " " + row.get(2), (Long) row.get(3));
            numbers.add((Long) row.get(3));
        }
        head = (Long) tables.rows("select seq from sync_head").getFirst().getFirst();
        tables.end();
    }

    /** The values of an op that only added a record stand in that record and nowhere else (docs/decisions/0026). */
    private Op whole(ObjectNode body) {
        if (!body.has("set")) {
            RecordKey key = new RecordKey(
                    new RecordType(body.path("recType").stringValue()),
                    UUID.fromString(body.path("recId").stringValue()));
            ObjectNode set = body.putObject("set");
            Rec record = records.get(key);
            if (record != null) {
                record.fields().forEach((field, value) -> {
                    ObjectNode change = set.putObject(field);
                    change.putNull("from");
                    change.set("to", value);
                });
            }
        }
        return ModelJson.mapper().treeToValue(body, Op.class);
    }
}
