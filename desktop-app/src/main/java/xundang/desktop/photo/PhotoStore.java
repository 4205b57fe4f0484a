package xundang.desktop.photo;

import java.time.Instant;
import java.util.Optional;

/**
 * Where pictures lie, by lower-case hex SHA-256. Store thread only; each write is one commit, durable on return. It does not check what it
 * gives out: {@link PhotoService} does.
 */
public interface PhotoStore extends AutoCloseable {
    boolean has(String sha256);

    /** Keeps a picture, in place of one of the same hash. */
    void put(String sha256, String mime, byte[] original, byte[] thumbnail, Instant keptAt);

    /** Bytes of the original; 0 if it is not here. */
    long size(String sha256);

    /** Takes a picture away; an unknown one is passed over. */
    void drop(String sha256);

    Optional<byte[]> original(String sha256);

    Optional<byte[]> thumbnail(String sha256);

    @Override
    void close();
}
