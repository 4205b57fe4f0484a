package xundang.server.blob;

import static xundang.server.platform.db.generated.Tables.UPLOAD;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import xundang.model.account.UserId;
import xundang.server.platform.db.Tx;
import xundang.server.platform.db.generated.tables.records.UploadRecord;

/** Table {@code upload}. */
final class UploadDao {
    void insert(Tx tx, Upload upload) {
        tx.dsl()
                .insertInto(UPLOAD)
                .set(UPLOAD.UPLOAD_ID, upload.id())
                .set(UPLOAD.ACCOUNT_ID, upload.owner().value())
                .set(UPLOAD.SHA256, upload.sha256())
                .set(UPLOAD.SIZE_BYTES, upload.size())
                .set(UPLOAD.MIME, upload.mime())
                .set(UPLOAD.METADATA, upload.metadata())
                .set(UPLOAD.COMPLETE, upload.complete())
                .set(UPLOAD.EXPIRES_AT, upload.expiresAt())
                .execute();
    }

    /** Somebody else's upload does not exist for the caller. */
    Optional<Upload> find(Tx tx, UUID id, UserId owner) {
        return tx.dsl()
                .selectFrom(UPLOAD)
                .where(UPLOAD.UPLOAD_ID.eq(id))
                .and(UPLOAD.ACCOUNT_ID.eq(owner.value()))
                .fetchOptional(UploadDao::read);
    }

    /** The person's unfinished uploads of these pictures, newest first. */
    List<Upload> unfinished(Tx tx, Collection<String> sha256, UserId owner, OffsetDateTime now) {
        return tx.dsl()
                .selectFrom(UPLOAD)
                .where(UPLOAD.SHA256.in(sha256))
                .and(UPLOAD.ACCOUNT_ID.eq(owner.value()))
                .and(UPLOAD.COMPLETE.isFalse())
                .and(UPLOAD.EXPIRES_AT.gt(now))
                .orderBy(UPLOAD.UPLOAD_ID.desc())
                .fetch(UploadDao::read);
    }

    int countUnfinished(Tx tx, UserId owner, OffsetDateTime now) {
        return tx.dsl()
                .fetchCount(
                        UPLOAD,
                        UPLOAD.ACCOUNT_ID
                                .eq(owner.value())
                                .and(UPLOAD.COMPLETE.isFalse())
                                .and(UPLOAD.EXPIRES_AT.gt(now)));
    }

    void complete(Tx tx, UUID id) {
        tx.dsl()
                .update(UPLOAD)
                .set(UPLOAD.COMPLETE, true)
                .where(UPLOAD.UPLOAD_ID.eq(id))
                .execute();
    }

    void delete(Tx tx, UUID id) {
        tx.dsl().deleteFrom(UPLOAD).where(UPLOAD.UPLOAD_ID.eq(id)).execute();
    }

    List<UUID> expired(Tx tx, OffsetDateTime now) {
        return tx.dsl()
                .select(UPLOAD.UPLOAD_ID)
                .from(UPLOAD)
                .where(UPLOAD.EXPIRES_AT.le(now))
                .fetch(UPLOAD.UPLOAD_ID);
    }

    /** Everybody's unfinished uploads. */
    List<Upload> allUnfinished(Tx tx) {
        return tx.dsl().selectFrom(UPLOAD).where(UPLOAD.COMPLETE.isFalse()).fetch(UploadDao::read);
    }

    /** Every upload, finished or not. */
    Set<UUID> all(Tx tx) {
        return tx.dsl().select(UPLOAD.UPLOAD_ID).from(UPLOAD).fetchSet(UPLOAD.UPLOAD_ID);
    }

    private static Upload read(UploadRecord row) {
        return new Upload(
                row.getUploadId(),
                new UserId(row.getAccountId()),
                row.getSha256(),
                row.getSizeBytes(),
                row.getMime(),
                row.getMetadata(),
                row.getComplete(),
                row.getExpiresAt());
    }
}
