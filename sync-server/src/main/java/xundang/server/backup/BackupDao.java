package xundang.server.backup;

import static xundang.server.platform.db.generated.Tables.BLOB_STATE;

import java.util.List;
import xundang.server.platform.db.Tx;

/** Table {@code blob_state}, as far as a backup needs it. */
final class BackupDao {
    /** A picture whose bytes the server holds. */
    record Picture(String sha256, long size, String mime) {}

    List<Picture> stored(Tx tx) {
        return tx.dsl()
                .selectFrom(BLOB_STATE)
                .where(BLOB_STATE.STATE.eq("stored"))
                .orderBy(BLOB_STATE.SHA256)
                .fetch(row -> new Picture(row.getSha256(), row.getSizeBytes(), row.getMime()));
    }
}
