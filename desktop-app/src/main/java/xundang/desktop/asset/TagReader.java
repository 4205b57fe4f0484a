package xundang.desktop.asset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the QR tag in a picture. Blocking, up to about a second for a large photo; never on the interface's thread. */
public interface TagReader {
    /** The text of the first tag found; throws {@link IOException} if the file is no readable picture. */
    Optional<String> read(Path image) throws IOException;

    /** The text of the first tag found in a picture that is already in memory, such as one from the clipboard. */
    Optional<String> read(BufferedImage image);
}
