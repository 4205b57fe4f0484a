package xundang.desktop.inspection;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import xundang.desktop.inspection.store.PhotoUseStore;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.RecordListener;
import xundang.model.photo.PhotoBody;
import xundang.model.photo.PhotoId;
import xundang.model.sync.RecordType;

/** Shows pictures, from here or elsewhere, in dossiers; their bytes come when somebody looks at them. */
public final class PhotoChangeHandler implements RecordListener {
    private static final Logger LOG = LoggerFactory.getLogger(PhotoChangeHandler.class);

    private final PhotoUseStore photos;

    PhotoChangeHandler(PhotoUseStore photos) {
        this.photos = photos;
    }

    @Override
    public RecordType type() {
        return RecordType.PHOTO;
    }

    @Override
    public void changed(Tx tx, UUID id, String scope, @Nullable Map<String, JsonNode> fields) {
        PhotoId photo = new PhotoId(id);
        if (fields == null) {
            photos.remove(tx, photo);
            return;
        }
        Optional<PhotoBody> body = PulledRecords.photo(fields);
        if (body.isEmpty()) {
            // Written by a newer program in a shape that this one cannot show: the record itself is kept, and sync goes
            // on.
            LOG.warn("photo {} cannot be shown", id);
            return;
        }
        photos.put(tx, photo, body.get(), true);
    }
}
