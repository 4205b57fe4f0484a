package xundang.desktop.platform.db;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import xundang.model.json.ModelJson;

/** One entry of the journal, opened. Immutable. */
final class JournalFrame {
    private final long seq;
    private final Kind kind;
    private final byte[] payload;

    /** Takes the payload over. */
    JournalFrame(long seq, Kind kind, byte[] payload) {
        this.seq = seq;
        this.kind = kind;
        this.payload = payload;
    }

    /** What the entry says, with the number that stands for it in the file. */
    enum Kind {
        /** A person's change; the payload is a {@link LocalChange} as JSON. */
        CHANGE(0),
        /** The change of that number (8 bytes) was refused after it had been written: never apply it. */
        ABORT(1),
        /** The databases are open: what stands on disk may differ from the last {@link #CLOSED}. */
        OPENED(2),
        /** The records database was closed in order: its length and SHA-256. */
        CLOSED(3);

        private final byte code;

        Kind(int code) {
            this.code = (byte) code;
        }

        byte code() {
            return code;
        }

        /** Empty for a number that this version does not know. */
        static Optional<Kind> of(byte code) {
            return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
        }
    }

    /** Its number; numbers only grow. */
    long seq() {
        return seq;
    }

    Kind kind() {
        return kind;
    }

    /** The payload itself: read only. */
    byte[] payload() {
        return payload;
    }

    private record Wire(String type, UUID subject, JsonNode body) {}

    static byte[] encode(LocalChange change) {
        return ModelJson.mapper().writeValueAsBytes(new Wire(change.type(), change.subject(), change.body()));
    }

    static byte[] encode(long seq) {
        return ByteBuffer.allocate(Long.BYTES).putLong(seq).array();
    }

    /** The change of a {@link Kind#CHANGE} entry. */
    LocalChange change() {
        Wire wire = ModelJson.mapper().readValue(payload, Wire.class);
        return new LocalChange(wire.type(), wire.subject(), wire.body());
    }

    /** The number that an {@link Kind#ABORT} entry takes back. */
    long aborted() {
        return ByteBuffer.wrap(payload).getLong();
    }
}
