package xundang.desktop.sync;

import java.util.Arrays;
import java.util.Optional;
import xundang.desktop.sync.store.UploadStore.Waiting;

/** Sends one picture in pieces and goes on where a cut left off. Several threads may each send a picture. */
final class PhotoSender {
    private static final int MAX_REPOSITIONS = 3;

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
        String upload = begun.orElseGet(() -> api.createUpload(photo.sha256(), bytes.length, photo.mime()));
        long offset = 0;
        boolean known = begun.isEmpty();
        int repositions = 0;
        while (!known || offset < bytes.length) {
            watch.check();
            try {
                if (!known) {
                    offset = api.uploadOffset(upload);
                    known = true;
                } else {
                    offset = sendPiece(upload, bytes, offset);
                    repositions = 0;
                    watch.at(photo, offset);
                    if (watch.stepsAside() && offset < bytes.length) {
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

    private long sendPiece(String upload, byte[] bytes, long offset) {
        int from = Math.toIntExact(offset);
        byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + pieces.bytes()));
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
