package xundang.server.ledger;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import xundang.model.json.SharedTexts;
import xundang.model.sync.Op;

/**
 * An op as it arrived: readable enough to be answered, whether or not it can be understood. Keeps the whole message, fields that this
 * server does not know included. Making one is the larger part of the work of a push: parsing, hashing, comparing the record's own hash.
 */
public final class IncomingOp {
    /** What an op of a group shares with its neighbours; a text, because it need not be a proper id. */
    private final @Nullable String group;

    private final UUID opId;
    private final long opSeq;
    private final ObjectNode raw;
    private final String contentSha256;
    private final @Nullable Op op;
    private final @Nullable OpRefusal refusal;
    private final Optional<SoundInspection> soundInspection;

    private IncomingOp(
            UUID opId,
            long opSeq,
            @Nullable String group,
            ObjectNode raw,
            @Nullable Op op,
            @Nullable OpRefusal refusal) {
        this.opId = opId;
        this.opSeq = opSeq;
        this.group = group;
        this.raw = raw;
        this.op = op;
        this.refusal = refusal;
        SharedTexts shared = op == null ? new SharedTexts() : JsonValues.sharedTexts(op);
        this.contentSha256 = JsonValues.sha256Without(raw, "opSeq", shared);
        this.soundInspection = op == null ? Optional.empty() : SoundInspection.of(op, shared);
    }

    static IncomingOp understood(UUID opId, long opSeq, @Nullable String group, ObjectNode raw, Op op) {
        return new IncomingOp(opId, opSeq, group, raw, op, null);
    }

    static IncomingOp notUnderstood(UUID opId, long opSeq, @Nullable String group, ObjectNode raw, OpRefusal why) {
        return new IncomingOp(opId, opSeq, group, raw, null, why);
    }

    /** Unique for ever. */
    public UUID opId() {
        return opId;
    }

    /** Its number; at least 1. */
    public long opSeq() {
        return opSeq;
    }

    /** The person whom it names as its author, as text; empty when it names none. */
    public Optional<String> userId() {
        return text("userId");
    }

    @Nullable
    String group() {
        return group;
    }

    ObjectNode raw() {
        return raw;
    }

    /** Hash of what the author meant; the number is left out, because a rebuilt laptop sends the same op under another one. */
    String contentSha256() {
        return contentSha256;
    }

    Optional<Op> op() {
        return Optional.ofNullable(op);
    }

    /** The new inspection that it brings, when all is well with it but perhaps its signer and its object. */
    Optional<SoundInspection> soundInspection() {
        return soundInspection;
    }

    /** The op; throws {@link OpRefusal} when it cannot be understood. */
    Op require() {
        if (op == null) {
            throw refusal == null ? OpRefusal.held() : refusal;
        }
        return op;
    }

    /** A field of the message, when it is there and is a text. */
    Optional<String> text(String field) {
        return raw.path(field).isString() ? Optional.of(raw.path(field).stringValue()) : Optional.empty();
    }
}
