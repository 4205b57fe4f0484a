package xundang.desktop.sync;

import java.util.Optional;

/**
 * The pictures kept on this laptop, by content; the photo feature implements it. Store thread only, but for {@link #check}. Hashes are lower-case hex SHA-256.
 */
public interface PhotoBytes {
    /** True if the picture is here, complete. */
    boolean has(String sha256);

    /** The original, checked against its hash; empty when it is not here or no copy of it is intact. */
    Optional<byte[]> original(String sha256);

    /**
     * Looks a picture through: that it has this hash, and can be shown. Any thread, because that takes long. Throws if it is not so; what is
     * left to do otherwise is to keep it.
     */
    Checked check(String sha256, byte[] bytes);

    /** A picture that was looked through. Store thread only; keeping it twice does nothing. */
    interface Checked {
        /** Keeps a picture that the server holds. */
        void keep();

        /** Keeps a picture of which this laptop may have the only copy: as durable as one that was taken here. */
        void keepOwn();
    }

    /** Bytes of the original, 0 if it is not here. */
    long size(String sha256);

    /** Takes it away with all copies. An unknown picture is passed over. Never called for work that is here alone. */
    void drop(String sha256);

    /** The server holds it, verified: the spare copy may go. Calling it twice does nothing. */
    void confirmedByServer(String sha256);
}
