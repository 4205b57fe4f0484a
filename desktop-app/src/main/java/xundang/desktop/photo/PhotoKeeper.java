package xundang.desktop.photo;

import java.io.InputStream;
import java.nio.file.Path;

/**
 * Keeps pictures exactly as taken, by the SHA-256 of their bytes (lower-case hex). Store thread only, but for both {@code check}; what it
 * returns may be used on any thread unless it says otherwise. Faults of the disk are {@link xundang.desktop.platform.db.StoreException}; an unknown picture is
 * {@link java.util.NoSuchElementException}; a picture whose every copy fails its hash is {@link PhotoDamaged}.
 */
public interface PhotoKeeper {
    /**
     * Reads a file and looks it through. Any thread: the file may lie on a share that takes minutes to answer, and nothing is touched but
     * the file, which is only read.
     */
    CheckedPicture check(Path file);

    /** Checks a file and keeps it. For files that are surely here. */
    default KeepOutcome keep(Path file) {
        return check(file).keep();
    }

    /**
     * Looks a picture through that came from the server or in a package. Any thread, because decoding it takes long. Throws
     * {@link PhotoDamaged} if the bytes do not have that hash or are no picture.
     */
    FetchedPicture check(byte[] picture, String sha256);

    /** Bytes of the original; 0 if it is not here. */
    long size(String sha256);

    /** Takes a picture away with its thumbnail and every copy; an unknown one is passed over. */
    void drop(String sha256);

    /** True if the picture is here. */
    boolean has(String sha256);

    /** A JPEG of at most 320 px a side, upright. */
    byte[] thumbnail(String sha256);

    /** The picture as taken, verified against its hash before the first byte is given out. */
    byte[] original(String sha256);

    /** As {@link #original}, for whoever wants a stream. The stream needs no closing and holds no lock. */
    InputStream open(String sha256);

    /** The server holds it, hash verified: the second local copy is no longer needed. The picture itself stays. */
    void confirmedByServer(String sha256);
}
