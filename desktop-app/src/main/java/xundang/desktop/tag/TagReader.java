package xundang.desktop.tag;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Finds the QR codes in a picture. Blocking, up to about a second for a large photo; never on the interface's thread. */
public interface TagReader {
    /**
     * The texts of all codes found, those of labels first; a code that is no label is reported too. Throws {@link IOException} if the file
     * is no readable picture.
     */
    List<String> read(Path image) throws IOException;

    /** The same for a picture that is already in memory, such as one from the clipboard. */
    List<String> read(BufferedImage image);
}
