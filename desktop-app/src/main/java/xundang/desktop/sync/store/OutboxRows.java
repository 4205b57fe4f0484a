package xundang.desktop.sync.store;

import java.nio.charset.StandardCharsets;
import xundang.desktop.platform.db.generated.tables.records.OutboxRecord;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;

/** Reads rows of {@code outbox}. */
final class OutboxRows {
    /** Room for the number and the comma around an op in a push. */
    private static final int FRAME_BYTES = 24;

    private OutboxRows() {}

    static RecordKey key(OutboxRecord row) {
        return new RecordKey(new RecordType(row.getRecType()), row.getRecId());
    }

    static long bytes(OutboxRecord row) {
        return row.getBody().getBytes(StandardCharsets.UTF_8).length + (long) FRAME_BYTES;
    }
}
