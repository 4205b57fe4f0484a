package xundang.server.ledger;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import xundang.model.json.ModelJson;
import xundang.model.sync.Op;

/**
 * Reads ops one by one, so that one bad op stops nobody else's. What has an id and a number gets an answer: an op of a shape, kind or
 * record type that this server does not know yet is held, one that is wrong in itself is refused.
 */
public final class OpReader {
    private static final String KIND = "[a-z_]{1,40}\\.[a-z_]{1,40}";
    private static final String TYPE = "[a-z][a-z_]{0,39}";
    private static final String UUID_TEXT = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final Upcaster upcaster;

    OpReader(Upcaster upcaster) {
        this.upcaster = upcaster;
    }

    /** The op; empty when it has no readable id or number, so that no answer could name it. */
    public Optional<IncomingOp> read(JsonNode node) {
        if (!(node instanceof ObjectNode raw)) {
            return Optional.empty();
        }
        Optional<UUID> opId = uuid(raw.path("opId"));
        JsonNode seq = raw.path("opSeq");
        if (opId.isEmpty() || !seq.isIntegralNumber() || !seq.canConvertToLong() || seq.longValue() < 1) {
            return Optional.empty();
        }
        JsonNode groupNode = raw.path("group");
        String group = JsonValues.isNothing(groupNode) ? null : groupNode.toString();
        return Optional.of(read(opId.get(), seq.longValue(), group, raw));
    }

    /** An op that this program made itself. */
    IncomingOp of(Op op) {
        ObjectNode raw = ModelJson.mapper().valueToTree(op);
        String group = op.group() == null ? null : raw.path("group").toString();
        return read(op.opId(), op.opSeq(), group, raw);
    }

    private IncomingOp read(UUID opId, long opSeq, @Nullable String group, ObjectNode raw) {
        try {
            return IncomingOp.understood(opId, opSeq, group, raw, understand(raw));
        } catch (OpRefusal refusal) {
            return IncomingOp.notUnderstood(opId, opSeq, group, raw, refusal);
        }
    }

    private Op understand(ObjectNode raw) {
        String kind = matching(raw, "kind", KIND);
        String type = matching(raw, "recType", TYPE);
        JsonNode version = raw.path("v");
        if (!version.isIntegralNumber() || version.decimalValue().signum() <= 0) {
            throw OpRefusal.invalid("操作的版本号不符合规则。");
        }
        boolean newer = !version.canConvertToInt() || version.intValue() > upcaster.current();
        if (newer || !OpPolicy.knowsKind(kind) || !OpPolicy.knowsType(type)) {
            throw OpRefusal.held();
        }
        Op op;
        try {
            op = ModelJson.mapper().treeToValue(upcaster.upcast(kind, version.intValue(), raw), Op.class);
        } catch (JacksonException | IllegalArgumentException e) {
            throw OpRefusal.invalid("操作的格式有误。");
        }
        if (!complete(op)) {
            throw OpRefusal.invalid("操作缺少必填项。");
        }
        return op;
    }

    private static String matching(ObjectNode raw, String field, String pattern) {
        JsonNode node = raw.path(field);
        if (!node.isString() || !node.stringValue().matches(pattern)) {
            throw OpRefusal.invalid("操作的“" + field + "”不符合规则。");
        }
        return node.stringValue();
    }

    private static Optional<UUID> uuid(JsonNode node) {
        return node.isString() && node.stringValue().matches(UUID_TEXT)
                ? Optional.of(UUID.fromString(node.stringValue()))
                : Optional.empty();
    }

    @SuppressWarnings("NullAway") // JSON can leave any component out; that is what is checked here
    private static boolean complete(Op op) {
        return op.recId() != null && op.set() != null && op.at() != null && op.userId() != null;
    }
}
