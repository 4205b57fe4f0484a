package xundang.desktop.sync;

import java.util.Optional;

/**
 * The pictures kept on this laptop, by content; the photo feature implements it. Store thread only. Hashes are lower-case hex SHA-256.
 */
public interface PhotoBytes {
    /** True if the picture is here, complete. */
    boolean has(String sha256);

    /** The original, checked against its hash; empty when it is not here or no copy of it is intact. */
    Optional<byte[]> original(String sha256);

    /** Keeps a picture that came from the server. The caller has verified the hash. Keeping it twice does nothing. */
    void keep(String sha256, String mime, byte[] bytes);

    /** Keeps a picture of which this laptop may have the only copy: as durable as one that was taken here. The hash is verified. */
    void keepOwn(String sha256, byte[] bytes);

    /** Bytes of the original, 0 if it is not here. */
    long size(String sha256);

    /** Takes it away with all copies. An unknown picture is passed over. Never called for work that is here alone. */
    void drop(String sha256);

    /** The server holds it, verified: the spare copy may go. Calling it twice does nothing. */
    void confirmedByServer(String sha256);
}
