package xundang.desktop.photo;

import java.util.Optional;
import xundang.model.photo.PhotoId;

/** Reads kept pictures for showing. Blocking; on the store thread only. */
public interface Pictures {
    /** A small JPEG of the picture; throws {@link java.util.NoSuchElementException} for an unknown id. */
    byte[] thumbnail(PhotoId id);

    /** The untouched original, if this laptop (still) holds it. */
    Optional<byte[]> original(PhotoId id);
}
