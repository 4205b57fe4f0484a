package xundang.desktop.photo;

import java.util.Optional;
import xundang.model.photo.PhotoId;

/** Pictures for showing. The reading methods block and belong on the store thread. */
public interface Pictures {
    /** A small JPEG of the picture; throws {@link java.util.NoSuchElementException} if it is not on this laptop. */
    byte[] thumbnail(PhotoId id);

    /** The untouched original, if this laptop (still) holds it. */
    Optional<byte[]> original(PhotoId id);

    /**
     * Fetches a picture that is not on this laptop from the server, verified by its hash. Returns at once.
     *
     * @param onHere called on the interface's thread once it is here
     * @param onAbsent called on the interface's thread if it cannot be had now: no network, or still on another laptop
     */
    void fetch(PhotoId id, Runnable onHere, Runnable onAbsent);
}
