package xundang.server.blob;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static xundang.server.platform.db.generated.Tables.ACCOUNT;
import static xundang.server.platform.db.generated.Tables.BLOB_STATE;
import static xundang.server.platform.db.generated.Tables.DEVICE;
import static xundang.server.platform.db.generated.Tables.HELD_OP;
import static xundang.server.platform.db.generated.Tables.OP_RESULT;
import static xundang.server.platform.db.generated.Tables.PHOTO_USE;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import xundang.model.sync.OpKind;
import xundang.model.sync.RecordType;
import xundang.server.platform.db.Tx;

/** Table {@code blob_state}, as the upkeep of the pictures asks it. */
final class BlobCareDao {
    /** Pictures on a shelf, by the two hex digits that they begin with, and whether they are stored. */
    Map<String, Boolean> shelf(Tx tx, String firstTwo) {
        return tx.dsl()
                .select(BLOB_STATE.SHA256, BLOB_STATE.STATE)
                .from(BLOB_STATE)
                .where(BLOB_STATE.SHA256.startsWith(firstTwo))
                .fetchMap(BLOB_STATE.SHA256, row -> row.value2().equals("stored"));
    }

    /** Pictures that no record names, unchanged since before {@code before}. */
    List<String> unused(Tx tx, OffsetDateTime before) {
        return tx.dsl()
                .select(BLOB_STATE.SHA256)
                .from(BLOB_STATE)
                .where(BLOB_STATE.SINCE.lt(before))
                .and(notExists(selectOne().from(PHOTO_USE).where(PHOTO_USE.SHA256.eq(BLOB_STATE.SHA256))))
                .fetch(BLOB_STATE.SHA256);
    }

    /**
     * Forgets a picture if it is still unused; true if so. The row is locked first and the uses are looked up by a statement of their own: a
     * record that names it at this moment either comes before and is seen, or waits and finds the row gone.
     */
    boolean forgetUnused(Tx tx, String sha256, OffsetDateTime before) {
        boolean old = tx.dsl()
                .selectFrom(BLOB_STATE)
                .where(BLOB_STATE.SHA256.eq(sha256))
                .and(BLOB_STATE.SINCE.lt(before))
                .forUpdate()
                .fetchOptional()
                .isPresent();
        if (!old || isNamed(tx, sha256)) {
            return false;
        }
        return tx.dsl()
                        .deleteFrom(BLOB_STATE)
                        .where(BLOB_STATE.SHA256.eq(sha256))
                        .execute()
                == 1;
    }

    /** By a record, or by an op that waits for a newer server. */
    private static boolean isNamed(Tx tx, String sha256) {
        return tx.dsl().fetchExists(PHOTO_USE, PHOTO_USE.SHA256.eq(sha256))
                || tx.dsl().fetchExists(HELD_OP, HELD_OP.BODY.contains(sha256));
    }

    /** Stored pictures whose bytes nobody compared with their hash since {@code before}, the longest first. */
    List<BlobDao.Blob> unchecked(Tx tx, OffsetDateTime before, int limit) {
        return tx.dsl()
                .selectFrom(BLOB_STATE)
                .where(BLOB_STATE.STATE.eq("stored"))
                .and(coalesce(BLOB_STATE.CHECKED_AT, BLOB_STATE.SINCE).lt(before))
                .orderBy(coalesce(BLOB_STATE.CHECKED_AT, BLOB_STATE.SINCE))
                .limit(limit)
                .fetch(BlobDao::read);
    }

    /** Pictures whose bytes have not come, oldest first, once per laptop whose record names them. */
    List<AwaitedPhoto> awaited(Tx tx) {
        return tx.dsl()
                .selectDistinct(
                        BLOB_STATE.SHA256,
                        BLOB_STATE.SIZE_BYTES,
                        BLOB_STATE.SINCE,
                        DEVICE.DEVICE_ID,
                        DEVICE.DEVICE_NAME,
                        ACCOUNT.DISPLAY_NAME)
                .from(BLOB_STATE)
                .join(PHOTO_USE)
                .on(PHOTO_USE.SHA256.eq(BLOB_STATE.SHA256))
                .leftJoin(OP_RESULT)
                .on(OP_RESULT.REC_ID.eq(PHOTO_USE.PHOTO_ID))
                .and(OP_RESULT.REC_TYPE.eq(RecordType.PHOTO.name()))
                .and(OP_RESULT.KIND.eq(OpKind.PHOTO_ATTACH.name()))
                .leftJoin(DEVICE)
                .on(DEVICE.DEVICE_ID.eq(OP_RESULT.DEVICE_ID))
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(OP_RESULT.ACCOUNT_ID))
                .where(BLOB_STATE.STATE.eq("awaited"))
                .orderBy(BLOB_STATE.SINCE, BLOB_STATE.SHA256)
                .fetch(row -> new AwaitedPhoto(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    void checked(Tx tx, Collection<String> sha256, OffsetDateTime at) {
        tx.dsl()
                .update(BLOB_STATE)
                .set(BLOB_STATE.CHECKED_AT, at)
                .where(BLOB_STATE.SHA256.in(sha256))
                .execute();
    }
}
