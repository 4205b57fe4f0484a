package xundang.server.blob;

import static xundang.server.platform.db.generated.Tables.BLOB_STATE;
import static xundang.server.platform.db.generated.Tables.LEDGER_RECORD;
import static xundang.server.platform.db.generated.Tables.PHOTO_USE;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import xundang.model.sync.RecordType;
import xundang.server.platform.db.Tx;
import xundang.server.platform.db.generated.tables.records.BlobStateRecord;

/** Tables {@code blob_state} and {@code photo_use}. */
final class BlobDao {
    /** A picture as the tables know it. */
    record Blob(String sha256, long size, String mime, boolean stored) {}

    Optional<Blob> find(Tx tx, String sha256) {
        return tx.dsl()
                .selectFrom(BLOB_STATE)
                .where(BLOB_STATE.SHA256.eq(sha256))
                .fetchOptional(BlobDao::read);
    }

    static Blob read(BlobStateRecord row) {
        return new Blob(
                row.getSha256(),
                row.getSizeBytes(),
                row.getMime(),
                row.getState().equals("stored"));
    }

    /**
     * Notes that a record names the picture; says nothing about its bytes. The row is locked until the transaction ends, so that nobody
     * throws the picture away as unused in the meantime.
     */
    void await(Tx tx, String sha256, long size, String mime, OffsetDateTime at) {
        tx.dsl()
                .insertInto(BLOB_STATE)
                .set(BLOB_STATE.SHA256, sha256)
                .set(BLOB_STATE.SIZE_BYTES, size)
                .set(BLOB_STATE.MIME, mime)
                .set(BLOB_STATE.STATE, "awaited")
                .set(BLOB_STATE.SINCE, at)
                .onConflict(BLOB_STATE.SHA256)
                .doUpdate()
                .set(BLOB_STATE.MIME, BLOB_STATE.MIME)
                .execute();
    }

    /** The bytes that were there are lost or damaged: whoever still has them is to send them again. False if they were not there before. */
    boolean awaitAgain(Tx tx, String sha256, OffsetDateTime at) {
        return tx.dsl()
                        .update(BLOB_STATE)
                        .set(BLOB_STATE.STATE, "awaited")
                        .set(BLOB_STATE.SINCE, at)
                        .setNull(BLOB_STATE.CHECKED_AT)
                        .where(BLOB_STATE.SHA256.eq(sha256))
                        .and(BLOB_STATE.STATE.eq("stored"))
                        .execute()
                == 1;
    }

    /** Notes that the bytes are on disk, verified. */
    void store(Tx tx, String sha256, long size, String mime, OffsetDateTime at) {
        // Nearly always a record has named the picture before.
        if (!storeAwaited(tx, sha256, size, at)) {
            await(tx, sha256, size, mime, at);
            storeAwaited(tx, sha256, size, at);
        }
    }

    private static boolean storeAwaited(Tx tx, String sha256, long size, OffsetDateTime at) {
        return tx.dsl()
                        .update(BLOB_STATE)
                        .set(BLOB_STATE.STATE, "stored")
                        .set(BLOB_STATE.SIZE_BYTES, size)
                        .set(BLOB_STATE.SINCE, at)
                        .where(BLOB_STATE.SHA256.eq(sha256))
                        .and(BLOB_STATE.STATE.eq("awaited"))
                        .execute()
                == 1;
    }

    void use(Tx tx, UUID photo, String sha256) {
        tx.dsl()
                .insertInto(PHOTO_USE)
                .set(PHOTO_USE.PHOTO_ID, photo)
                .set(PHOTO_USE.SHA256, sha256)
                .onConflictDoNothing()
                .execute();
    }

    /** Scopes of the photo records that use the picture. */
    List<String> scopesOf(Tx tx, String sha256) {
        return tx.dsl()
                .selectDistinct(LEDGER_RECORD.SCOPE)
                .from(PHOTO_USE)
                .join(LEDGER_RECORD)
                .on(LEDGER_RECORD.REC_ID.eq(PHOTO_USE.PHOTO_ID))
                .and(LEDGER_RECORD.REC_TYPE.eq(RecordType.PHOTO.name()))
                .where(PHOTO_USE.SHA256.eq(sha256))
                .fetch(LEDGER_RECORD.SCOPE);
    }
}
