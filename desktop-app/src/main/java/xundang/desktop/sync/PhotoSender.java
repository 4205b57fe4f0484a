package xundang.desktop.sync;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import xundang.desktop.sync.store.UploadStore.Waiting;
import xundang.model.sync.BlobQuery;

/** Sends one picture in pieces and goes on where a cut left off. Several threads may each send a picture. */
final class PhotoSender {
    private static final int MAX_REPOSITIONS = 3;
    private static final long UNKNOWN = -1;

    /** Who may stop the sending, and who is told how far it is. */
    interface Watch {
        /** Throws {@link SyncException} when nothing more may be sent. */
        void check();

        /** True when something else goes first now. */
        boolean stepsAside();

        void at(Waiting photo, long offset);
    }

    private final SyncApi api;
    private final PieceSize pieces;

    PhotoSender(SyncApi api, PieceSize pieces) {
        this.api = api;
        this.pieces = pieces;
    }

    /**
     * True when all bytes are sent; false when it stepped aside. A cut is answered by asking where the server stands, up to three times per
     * piece; then {@link SyncException} ends it.
     *
     * @param begun path of the upload that the server already knows, if any
     */
    boolean send(Waiting photo, byte[] bytes, Optional<String> begun, Watch watch) {
        Place place = begun.map(path -> new Place(path, UNKNOWN)).orElseGet(() -> begin(photo, bytes));
        int repositions = 0;
        while (place.offset() < bytes.length) {
            watch.check();
            try {
                if (place.offset() == UNKNOWN) {
                    place = new Place(place.upload(), api.uploadOffset(place.upload()));
                } else {
                    place = new Place(place.upload(), sendPiece(place.upload(), bytes, place.offset()));
                    repositions = 0;
                    watch.at(photo, place.offset());
                    if (watch.stepsAside() && place.offset() < bytes.length) {
                        return false;
                    }
                }
            } catch (SyncException e) {
                if (++repositions > MAX_REPOSITIONS) {
                    throw e;
                }
                place = new Place(recover(e, place.upload(), photo, bytes.length), UNKNOWN);
            }
        }
        watch.at(photo, place.offset());
        return true;
    }

    /** Where an upload stands; {@link #UNKNOWN} when the server has to be asked. */
    private record Place(String upload, long offset) {}

    /**
     * On a network that bears a whole picture in one piece, it travels with the request that begins the upload. When that breaks, the server
     * is asked what it knows of it: what has arrived need not go again.
     */
    private Place begin(Waiting photo, byte[] bytes) {
        if (!pieces.isLargest() || bytes.length > pieces.bytes()) {
            return new Place(api.createUpload(photo.sha256(), bytes.length, photo.mime()), 0);
        }
        long begunAt = pieces.now();
        try {
            SyncApi.Begun begun = api.createUpload(photo.sha256(), photo.mime(), bytes);
            pieces.carried(bytes.length, begunAt);
            return new Place(begun.path(), begun.offset());
        } catch (SyncException e) {
            if (!(e.fault() instanceof SyncFault.NoAnswer)) {
                throw e;
            }
            pieces.cut();
            return api.queryBlobs(new BlobQuery(List.of(photo.sha256()))).unfinished().stream()
                    .findFirst()
                    .map(known -> new Place(known.uploadUrl(), UNKNOWN))
                    .orElseGet(() -> new Place(api.createUpload(photo.sha256(), bytes.length, photo.mime()), UNKNOWN));
        }
    }

    private long sendPiece(String upload, byte[] bytes, long offset) {
        int from = Math.toIntExact(offset);
        int to = Math.min(bytes.length, from + pieces.bytes());
        byte[] piece = from == 0 && to == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to);
        long begunAt = pieces.now();
        long reached = api.sendChunk(upload, offset, piece);
        pieces.carried(piece.length, begunAt);
        return reached;
    }

    /** After a cut or a wrong offset the server is asked where it stands; an expired upload is begun anew. */
    private String recover(SyncException e, String upload, Waiting photo, long size) {
        if (e.fault() instanceof SyncFault.NoAnswer) {
            pieces.cut();
            return upload;
        }
        if (e.fault() instanceof SyncFault.UploadOffset) {
            return upload;
        }
        if (e.fault() instanceof SyncFault.NotThere) {
            return api.createUpload(photo.sha256(), size, photo.mime());
        }
        throw e;
    }
}
