package xundang.desktop.inspection;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Map;
import xundang.desktop.inspection.store.PhotoUseStore;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.RecordPhotos;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.photo.PhotoBody;
import xundang.model.photo.PhotoId;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;

/** Pictures of objects and of inspections, for whoever decides about one of these. Store thread only. */
final class SubmittedPhotos implements RecordPhotos {
    /** Older ones say little about a change of today. */
    private static final int NEWEST = 100;

    private final PhotoUseStore photos;

    SubmittedPhotos(PhotoUseStore photos) {
        this.photos = photos;
    }

    @Override
    public List<Taken> of(Tx tx, RecordKey about) {
        return bodies(tx, about).entrySet().stream()
                .map(use -> taken(use.getKey(), use.getValue()))
                .toList();
    }

    private Map<PhotoId, PhotoBody> bodies(Tx tx, RecordKey about) {
        if (about.type().equals(RecordType.ASSET)) {
            return photos.newestOf(tx, new AssetId(about.id()), NEWEST);
        }
        if (about.type().equals(RecordType.INSPECTION)) {
            return photos.newestOf(tx, new InspectionId(about.id()), NEWEST);
        }
        return Map.of();
    }

    private static Taken taken(PhotoId id, PhotoBody body) {
        return new Taken(id, body.personId(), requireNonNullElse(body.personName(), ""), body.addedAt());
    }
}
