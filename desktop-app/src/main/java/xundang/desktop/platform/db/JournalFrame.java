package xundang.desktop.platform.db;

import java.nio.ByteBuffer;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import xundang.model.json.ModelJson;

/**
 * One entry of the journal, opened.
 *
 * @param seq its number; numbers only grow
 */
record JournalFrame(long seq, Kind kind, byte[] payload) {
    /** What the entry says. The order is part of the file format: add at the end only. */
    enum Kind {
        /** A person's change; the payload is a {@link LocalChange} as JSON. */
        CHANGE,
        /** The change of that number (8 bytes) was refused after it had been written: never apply it. */
        ABORT,
        /** The databases are open: what stands on disk may differ from the last {@link #CLOSED}. */
        OPENED,
        /** The records database was closed in order: its length and SHA-256. */
        CLOSED
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
