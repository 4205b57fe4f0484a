package xundang.desktop.sync;

import org.jspecify.annotations.Nullable;
import xundang.model.sync.BlobQuery;
import xundang.model.sync.BlobStatus;
import xundang.model.sync.ChangePage;
import xundang.model.sync.FeedCursor;
import xundang.model.sync.HelloRequest;
import xundang.model.sync.HelloResponse;
import xundang.model.sync.PushRequest;
import xundang.model.sync.PushResponse;
import xundang.model.sync.SnapshotPage;

/**
 * The server, as the engine sees it. Blocking; network thread only, but for {@link #abort}. Every method throws {@link SyncException} unless
 * the server itself gave a complete, well-formed answer; nothing is retried inside.
 */
public interface SyncApi {
    /** The handshake that begins every round. */
    HelloResponse hello(HelloRequest request);

    /** Sends ops. */
    PushResponse push(PushRequest request);

    /** The page after a position; from the beginning for null. */
    ChangePage changes(@Nullable FeedCursor cursor, int limit);

    /** A page of everything that this device may hold; the first one for null, else behind what an earlier page named. */
    SnapshotPage snapshot(@Nullable String after, int limit);

    /** Which of these pictures does the server hold? */
    BlobStatus queryBlobs(BlobQuery query);

    /** Begins an upload (tus creation); returns its path on the server. */
    String createUpload(String sha256, long size, String mime);

    /**
     * An upload that has just begun.
     *
     * @param path its path on the server
     * @param offset how many bytes the server has
     */
    record Begun(String path, long offset) {}

    /**
     * Begins an upload and sends the whole picture with it, in one request where the transport can do that (tus creation-with-upload).
     * When it fails, the server may know the upload all the same: {@link #queryBlobs} tells.
     */
    default Begun createUpload(String sha256, String mime, byte[] picture) {
        String path = createUpload(sha256, picture.length, mime);
        return new Begun(path, sendChunk(path, 0, picture));
    }

    /** How many bytes of an upload the server has (tus HEAD). */
    long uploadOffset(String upload);

    /** Appends bytes (tus PATCH); returns the offset behind them. */
    long sendChunk(String upload, long offset, byte[] chunk);

    /**
     * A piece of a picture, at most {@code length} bytes from {@code offset} on; a server may give all the rest instead. The hash has not been
     * checked.
     */
    BlobPart blob(String sha256, long offset, int length);

    /** Ends every call in flight at once; these fail as {@link SyncFault.NoAnswer}. Any thread. */
    void abort();
}
