package xundang.desktop.platform.fx;

import java.io.File;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** The system's file dialog, for each kind of file on the folder that was used last. */
public final class FilePictureChooser implements PictureChooser {
    private final Window owner;
    private final UiTexts texts;
    private final Map<Kind, File> lastFolders = new EnumMap<>(Kind.class);

    /** What is asked for. */
    private enum Kind {
        PICTURE,
        TABLE
    }

    public FilePictureChooser(Window owner, UiTexts texts) {
        this.owner = owner;
        this.texts = texts;
    }

    @Override
    public Optional<Path> choose() {
        return choose(
                Kind.PICTURE,
                "platform.picture.choose",
                new ExtensionFilter(
                        texts.get("platform.picture.kinds"), "*.jpg", "*.jpeg", "*.png", "*.JPG", "*.JPEG", "*.PNG"));
    }

    @Override
    public Optional<Path> chooseTable() {
        return choose(
                Kind.TABLE,
                "platform.table.choose",
                new ExtensionFilter(
                        texts.get("platform.table.kinds"), "*.csv", "*.txt", "*.xlsx", "*.CSV", "*.TXT", "*.XLSX"));
    }

    private Optional<Path> choose(Kind kind, String titleKey, ExtensionFilter filter) {
        FileChooser dialog = new FileChooser();
        dialog.setTitle(texts.get(titleKey));
        dialog.getExtensionFilters().add(filter);
        Optional.ofNullable(lastFolders.get(kind)).filter(File::isDirectory).ifPresent(dialog::setInitialDirectory);
        Optional<File> chosen = Optional.ofNullable(dialog.showOpenDialog(owner));
        chosen.map(File::getParentFile).ifPresent(folder -> lastFolders.put(kind, folder));
        return chosen.map(File::toPath);
    }
}
