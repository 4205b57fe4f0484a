package xundang.server.ledger;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import xundang.model.json.ModelJson;
import xundang.model.sync.FieldChange;
import xundang.model.sync.Op;
import xundang.model.sync.OpResult;
import xundang.model.sync.OpStatus;

/**
 * What is kept of an op's message. Of an op that added a record which never changes, the values stand in that record, word for word and for
 * good; a second copy of them would be most of what the disk has to take (docs/decisions/0026). Of every other op all is kept.
 */
final class KeptBody {
    private static final String SET = "set";

    private KeptBody() {}

    static ObjectNode of(IncomingOp op, OpResult result) {
        boolean inRecord = result.status() == OpStatus.APPLIED
                && op.op()
                        .filter(read -> RecordRules.appendOnly(read.recType()))
                        .filter(read -> isWhole(read, op.raw().path(SET)))
                        .isPresent();
        if (!inRecord) {
            return op.raw();
        }
        ObjectNode rest = ModelJson.mapper().createObjectNode().setAll(op.raw());
        rest.remove(SET);
        return rest;
    }

    /** Whether the message's values, and nothing besides, came into the record just as they were sent. */
    private static boolean isWhole(Op op, JsonNode sent) {
        if (sent.size() != op.set().size()) {
            return false;
        }
        for (Map.Entry<String, FieldChange> entry : op.set().entrySet()) {
            JsonNode change = sent.path(entry.getKey());
            JsonNode to = change.path("to");
            int named = (change.has("from") ? 1 : 0) + 1;
            if (change.size() != named
                    || !JsonValues.isNothing(change.path("from"))
                    || JsonValues.isNothing(to)
                    || !to.equals(entry.getValue().to())) {
                return false;
            }
        }
        return true;
    }

    /** Whether the op gave a field the value that its record has now; {@code now} is that value. */
    static boolean gave(JsonNode body, String field, @Nullable JsonNode now) {
        if (!body.has(SET)) {
            return !JsonValues.isNothing(now);
        }
        JsonNode set = body.path(SET);
        return set.has(field) && JsonValues.same(set.path(field).path("to"), now);
    }
}
