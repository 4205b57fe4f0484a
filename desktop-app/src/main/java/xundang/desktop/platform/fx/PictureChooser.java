package xundang.desktop.platform.fx;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the person for a picture file. An interface, so that a guided demonstration can hand over a path. */
@FunctionalInterface
public interface PictureChooser {
    /** The chosen file; empty when the person changed their mind. Interface's thread. */
    Optional<Path> choose();
}
