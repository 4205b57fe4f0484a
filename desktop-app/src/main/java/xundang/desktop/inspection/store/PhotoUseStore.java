package xundang.desktop.inspection.store;

import static xundang.desktop.platform.db.generated.Tables.PHOTO;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.platform.db.generated.tables.records.PhotoRecord;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.json.ModelJson;
import xundang.model.photo.PhotoBody;
import xundang.model.photo.PhotoId;

/** The table {@code photo}: where pictures are used. Their bytes are elsewhere. */
public final class PhotoUseStore {
    /** Writes one use, whether or not there was one. */
    public void put(Tx tx, PhotoId id, PhotoBody body, boolean submitted) {
        PhotoRecord row = new PhotoRecord();
        row.setPhotoId(id.value());
        row.setSha256(body.sha256());
        row.setAssetId(body.assetId().value());
        row.setInspectionId(
                body.inspectionId() == null ? null : body.inspectionId().value());
        row.setSlot(body.slot() == null ? null : body.slot().toString());
        row.setSubmitted(submitted);
        row.setBody(ModelJson.mapper().writeValueAsString(body));
        remove(tx, id);
        tx.dsl().insertInto(PHOTO).set(row).execute();
    }

    /** Forgets the use; the bytes stay. */
    public void remove(Tx tx, PhotoId id) {
        tx.dsl().deleteFrom(PHOTO).where(PHOTO.PHOTO_ID.eq(id.value())).execute();
    }

    /** Forgets all uses in an inspection; the bytes stay. */
    public void removeOf(Tx tx, InspectionId inspection) {
        tx.dsl()
                .deleteFrom(PHOTO)
                .where(PHOTO.INSPECTION_ID.eq(inspection.value()))
                .execute();
    }

    /** The pictures of an inspection went into a submitted record. */
    public void markSubmitted(Tx tx, InspectionId inspection) {
        tx.dsl()
                .update(PHOTO)
                .set(PHOTO.SUBMITTED, true)
                .where(PHOTO.INSPECTION_ID.eq(inspection.value()))
                .execute();
    }

    /** One use. */
    public Optional<PhotoBody> find(Tx tx, PhotoId id) {
        return tx.dsl().selectFrom(PHOTO).where(PHOTO.PHOTO_ID.eq(id.value())).fetchOptional(PhotoUseStore::body);
    }

    /** Pictures of one inspection in the order of adding. */
    public Map<PhotoId, PhotoBody> of(Tx tx, InspectionId inspection) {
        Map<PhotoId, PhotoBody> photos = new LinkedHashMap<>();
        tx.dsl()
                .selectFrom(PHOTO)
                .where(PHOTO.INSPECTION_ID.eq(inspection.value()))
                .orderBy(PHOTO.PHOTO_ID)
                .forEach(row -> photos.put(new PhotoId(row.getPhotoId()), body(row)));
        return photos;
    }

    /** Pictures of an asset that are part of a submitted record, newest first. */
    public List<PhotoId> submittedOf(Tx tx, AssetId asset) {
        return tx.dsl()
                .selectFrom(PHOTO)
                .where(PHOTO.ASSET_ID.eq(asset.value()), PHOTO.SUBMITTED.isTrue())
                .orderBy(PHOTO.PHOTO_ID.desc())
                .fetch(row -> new PhotoId(row.getPhotoId()));
    }

    /** The same with what is known about each, at most so many. */
    public Map<PhotoId, PhotoBody> newestOf(Tx tx, AssetId asset, int most) {
        return bodies(tx, PHOTO.ASSET_ID.eq(asset.value()), most);
    }

    /** Pictures of an inspection that was submitted, newest first. */
    public Map<PhotoId, PhotoBody> newestOf(Tx tx, InspectionId inspection, int most) {
        return bodies(tx, PHOTO.INSPECTION_ID.eq(inspection.value()), most);
    }

    private static Map<PhotoId, PhotoBody> bodies(Tx tx, Condition which, int most) {
        Map<PhotoId, PhotoBody> photos = new LinkedHashMap<>();
        tx.dsl()
                .selectFrom(PHOTO)
                .where(which, PHOTO.SUBMITTED.isTrue())
                .orderBy(PHOTO.PHOTO_ID.desc())
                .limit(most)
                .forEach(row -> photos.put(new PhotoId(row.getPhotoId()), body(row)));
        return photos;
    }

    private static PhotoBody body(PhotoRecord row) {
        return ModelJson.mapper().readValue(row.getBody(), PhotoBody.class);
    }
}
