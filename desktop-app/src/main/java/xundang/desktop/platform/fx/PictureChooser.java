package xundang.desktop.platform.fx;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the person for a file. An interface, so that a guided demonstration can hand over a path. Interface's thread. */
@FunctionalInterface
public interface PictureChooser {
    /** The chosen picture; empty when the person changed their mind. */
    Optional<Path> choose();

    /** The chosen table, a spreadsheet or the file of a tester; empty when the person changed their mind, or nothing can ask. */
    default Optional<Path> chooseTable() {
        return Optional.empty();
    }
}
