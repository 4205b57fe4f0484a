package xundang.server.blob;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Keeps picture bytes by their SHA-256. What it takes in is complete and verified; it never changes it afterwards. Thread-safe. */
public interface PhotoStore {
    /** How a finished upload was received. */
    enum Kept {
        /** The bytes are on disk under their hash. */
        STORED,
        /** The bytes are not what the hash says; they were thrown away. */
        WRONG_CONTENT
    }

    /**
     * Takes over a received file. On {@link Kept#STORED} the bytes survive a power cut and the file is gone from its old place; an equal
     * picture that is already there is kept. Throws {@link IOException} when the disk refuses; the file is then left where it was.
     */
    Kept keep(ReceivedFile received, String sha256, long size) throws IOException;

    /** Whether there is a picture under this hash. */
    boolean holds(String sha256);

    /** Size in bytes, if the picture is there. */
    Optional<Long> size(String sha256) throws IOException;

    /** Reads the picture and compares: false when its bytes are not what the hash says, or when it is not there. */
    boolean intact(String sha256) throws IOException;

    /** Moves a damaged picture out of the way, for whoever looks into the damage; afterwards it is not held. */
    void setAside(String sha256) throws IOException;

    /** Throws a picture away. Doing it twice does nothing. */
    void delete(String sha256) throws IOException;

    /** Hashes of everything held that begins with these two hex digits. */
    List<String> shelf(String firstTwo) throws IOException;

    /** The bytes from {@code offset} on; the caller closes the stream. */
    InputStream open(String sha256, long offset) throws IOException;
}
