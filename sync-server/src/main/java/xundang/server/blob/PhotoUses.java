package xundang.server.blob;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import xundang.model.json.ModelJson;
import xundang.model.photo.PhotoBody;
import xundang.model.sync.RecordType;
import xundang.server.ledger.LedgerRecord;
import xundang.server.ledger.RecordListener;
import xundang.server.platform.db.Tx;

/** Follows photo records: their pictures are awaited until the bytes are there. */
public final class PhotoUses implements RecordListener {
    private final BlobDao blobs = new BlobDao();
    private final InstantSource clock;

    public PhotoUses(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void changed(Tx tx, LedgerRecord now) {
        if (!now.key().type().equals(RecordType.PHOTO)) {
            return;
        }
        PhotoBody photo = ModelJson.mapper().convertValue(now.fields(), PhotoBody.class);
        blobs.await(
                tx,
                photo.sha256(),
                photo.size(),
                photo.mime(),
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        blobs.use(tx, now.key().id(), photo.sha256());
    }
}
