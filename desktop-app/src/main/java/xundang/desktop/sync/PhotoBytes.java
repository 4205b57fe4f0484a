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

    /** The server holds it, verified: the spare copy may go. Calling it twice does nothing. */
    void confirmedByServer(String sha256);
}
