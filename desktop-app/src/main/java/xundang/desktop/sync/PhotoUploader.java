package xundang.desktop.sync;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.sync.SyncStatus.Transfer.What;
import xundang.desktop.sync.store.SyncStores;
import xundang.desktop.sync.store.UploadStore.Waiting;
import xundang.model.sync.BlobQuery;
import xundang.model.sync.BlobStatus;
import xundang.model.sync.BlobStatus.Unfinished;

/**
 * Sends pictures in small pieces and goes on where a cut left off. A picture counts as held by the server only when a question asked after
 * its completion was answered so.
 */
final class PhotoUploader {
    /** Requirement R8: a weak network loses at most this much of the work. */
    static final int CHUNK_BYTES = 256 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(PhotoUploader.class);
    private static final int QUERY_LIMIT = 100;
    private static final int MAX_REPOSITIONS = 3;

    private final SyncApi api;
    private final StoreSteps steps;
    private final SyncStores stores;
    private final PhotoBytes photos;

    PhotoUploader(SyncApi api, StoreSteps steps, SyncStores stores, PhotoBytes photos) {
        this.api = api;
        this.steps = steps;
        this.stores = stores;
        this.photos = photos;
    }

    /** Sends until nothing is left, or until records want to go first. Returns how many pictures could not be sent from here. */
    int upload(StopSign stop, Progress progress) {
        Sending on = new Sending(stop, progress);
        Set<String> leftOut = new HashSet<>();
        while (!stop.picturesHeld()) {
            List<Waiting> batch = steps.read(tx -> {
                on.left = stores.uploads().readyBytes(tx, leftOut);
                return stores.uploads().ready(tx, QUERY_LIMIT, leftOut);
            });
            if (batch.isEmpty()) {
                return leftOut.size();
            }
            BlobStatus status = ask(batch.stream().map(Waiting::sha256).toList(), stop);
            for (Waiting photo : batch) {
                if (!status.stored().contains(photo.sha256()) && !sent(photo, unfinished(status, photo), on)) {
                    if (on.stepsAside()) {
                        return leftOut.size();
                    }
                    leftOut.add(photo.sha256());
                }
                on.through(photo.size());
                if (on.stepsAside()) {
                    return leftOut.size();
                }
            }
        }
        return leftOut.size();
    }

    /** One upload of many pictures: who may stop it, and how far it is. */
    private static final class Sending {
        private final StopSign stop;
        private final Progress progress;
        private long done;
        private long left;

        Sending(StopSign stop, Progress progress) {
            this.stop = stop;
            this.progress = progress;
        }

        /** Records go first, and nothing goes on a network where the person wants no pictures. */
        boolean stepsAside() {
            return stop.recordsWait() || stop.picturesHeld();
        }

        void at(long offset) {
            progress.at(What.SENDING_PICTURES, done + offset, done + left);
        }

        void through(long size) {
            done += size;
            left = Math.max(0, left - size);
        }
    }

    /** Asks, and believes what is answered. */
    private BlobStatus ask(List<String> sha256, StopSign stop) {
        stop.check();
        BlobStatus status = api.queryBlobs(new BlobQuery(sha256));
        List<String> stored = status.stored().stream().filter(sha256::contains).toList();
        if (!stored.isEmpty()) {
            steps.call(() -> {
                stored.forEach(photos::confirmedByServer);
                return true;
            });
            steps.write(tx -> {
                stores.uploads().stored(tx, stored);
                return true;
            });
        }
        return status;
    }

    private static Optional<String> unfinished(BlobStatus status, Waiting photo) {
        return status.unfinished().stream()
                .filter(begun -> begun.sha256().equals(photo.sha256()))
                .map(Unfinished::uploadUrl)
                .findFirst();
    }

    /** True if the server holds it now; false if it must be left for a later round. */
    private boolean sent(Waiting photo, Optional<String> begun, Sending on) {
        Optional<byte[]> bytes = steps.call(() -> photos.original(photo.sha256()));
        if (bytes.isEmpty()) {
            LOG.error("picture {} is not intact here and cannot be sent", photo.sha256());
            return false;
        }
        if (!sendBytes(photo, bytes.get(), begun, on)) {
            return false;
        }
        boolean held = ask(List.of(photo.sha256()), on.stop).stored().contains(photo.sha256());
        if (!held) {
            LOG.warn("picture {} was sent but the server does not hold it", photo.sha256());
        }
        return held;
    }

    /** True when all bytes are sent; false when it stepped aside for records or found no common offset. */
    private boolean sendBytes(Waiting photo, byte[] bytes, Optional<String> begun, Sending on) {
        String upload = begun.orElseGet(() -> api.createUpload(photo.sha256(), bytes.length, photo.mime()));
        long offset = 0;
        boolean known = begun.isEmpty();
        int repositions = 0;
        while (!known || offset < bytes.length) {
            on.stop.check();
            try {
                if (!known) {
                    offset = api.uploadOffset(upload);
                    known = true;
                } else {
                    offset = api.sendChunk(upload, offset, chunk(bytes, offset));
                    on.at(offset);
                    if (on.stepsAside() && offset < bytes.length) {
                        return false;
                    }
                }
            } catch (SyncException e) {
                if (++repositions > MAX_REPOSITIONS) {
                    throw e;
                }
                upload = recover(e, upload, photo, bytes.length);
                known = false;
            }
        }
        return true;
    }

    /** After a cut or a wrong offset the server is asked where it stands; an expired upload is begun anew. */
    private String recover(SyncException e, String upload, Waiting photo, long size) {
        if (e.fault() instanceof SyncFault.NoAnswer || e.fault() instanceof SyncFault.UploadOffset) {
            return upload;
        }
        if (e.fault() instanceof SyncFault.NotThere) {
            return api.createUpload(photo.sha256(), size, photo.mime());
        }
        throw e;
    }

    private static byte[] chunk(byte[] bytes, long offset) {
        int from = Math.toIntExact(offset);
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + CHUNK_BYTES));
    }
}
