package xundang.server.ledger;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import xundang.model.account.UserId;
import xundang.model.json.ModelJson;
import xundang.model.sync.FieldChange;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.RecordType;

/**
 * Reads ops one by one, so that one bad op stops nobody else's. What has an id and a number gets an answer: an op of a shape, kind or
 * record type that this server does not know yet is held, one that is wrong in itself is refused.
 */
public final class OpReader {
    private static final Pattern KIND = Pattern.compile("[a-z_]{1,40}\\.[a-z_]{1,40}");
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z_]{0,39}");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

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
        ObjectNode shape = upcaster.upcast(kind, version.intValue(), raw);
        Optional<Op> usual = usual(shape);
        if (usual.isPresent()) {
            return usual.get();
        }
        Op op;
        try {
            op = ModelJson.mapper().treeToValue(shape, Op.class);
        } catch (JacksonException | IllegalArgumentException e) {
            throw OpRefusal.invalid("操作的格式有误。");
        }
        if (!complete(op)) {
            throw OpRefusal.invalid("操作缺少必填项。");
        }
        return op;
    }

    /**
     * The op, if each part of it has just the type that it should have. That is so of nearly every one, and saves copying all its values,
     * which are used as they are. What is written in another way is left to the general reader, which decides whether it can be taken.
     */
    private static Optional<Op> usual(ObjectNode shape) {
        Optional<UUID> opId = uuid(shape.path("opId"));
        Optional<UUID> recId = uuid(shape.path("recId"));
        Optional<UUID> userId = uuid(shape.path("userId"));
        JsonNode groupNode = shape.path("group");
        Optional<UUID> group = uuid(groupNode);
        boolean whole = opId.isPresent()
                && recId.isPresent()
                && userId.isPresent()
                && (group.isPresent() || JsonValues.isNothing(groupNode))
                && Stream.of("opSeq", "baseRev", "clockOffsetMs")
                        .map(shape::path)
                        .allMatch(number -> number.isIntegralNumber() && number.canConvertToLong())
                && shape.path("v").isInt()
                && shape.path("at").isString()
                && shape.path("set").isObject()
                && shape.path("set").valueStream().allMatch(JsonNode::isObject);
        if (!whole) {
            return Optional.empty();
        }
        Map<String, FieldChange> set = new LinkedHashMap<>();
        shape.path("set")
                .properties()
                .forEach(field -> set.put(
                        field.getKey(),
                        new FieldChange(
                                field.getValue().get("from"), field.getValue().get("to"))));
        try {
            return Optional.of(new Op(
                    opId.get(),
                    shape.path("opSeq").longValue(),
                    group.orElse(null),
                    new OpKind(shape.path("kind").stringValue()),
                    shape.path("v").intValue(),
                    new RecordType(shape.path("recType").stringValue()),
                    recId.get(),
                    shape.path("baseRev").longValue(),
                    set,
                    OffsetDateTime.parse(shape.path("at").stringValue()),
                    shape.path("clockOffsetMs").longValue(),
                    new UserId(userId.get())));
        } catch (DateTimeParseException writtenOtherwise) {
            return Optional.empty();
        }
    }

    private static String matching(ObjectNode raw, String field, Pattern pattern) {
        JsonNode node = raw.path(field);
        if (!node.isString() || !pattern.matcher(node.stringValue()).matches()) {
            throw OpRefusal.invalid("操作的“" + field + "”不符合规则。");
        }
        return node.stringValue();
    }

    private static Optional<UUID> uuid(JsonNode node) {
        return node.isString() && UUID_TEXT.matcher(node.stringValue()).matches()
                ? Optional.of(UUID.fromString(node.stringValue()))
                : Optional.empty();
    }

    @SuppressWarnings("NullAway") // JSON can leave any component out; that is what is checked here
    private static boolean complete(Op op) {
        return op.recId() != null && op.set() != null && op.at() != null && op.userId() != null;
    }
}
