package xundang.desktop.platform.fx;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The system's file dialog, on the folder that was used last. */
public final class FilePictureChooser implements PictureChooser {
    private final Window owner;
    private final UiTexts texts;
    private Optional<File> lastFolder = Optional.empty();

    public FilePictureChooser(Window owner, UiTexts texts) {
        this.owner = owner;
        this.texts = texts;
    }

    @Override
    public Optional<Path> choose() {
        FileChooser dialog = new FileChooser();
        dialog.setTitle(texts.get("platform.picture.choose"));
        dialog.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        texts.get("platform.picture.kinds"), "*.jpg", "*.jpeg", "*.png", "*.JPG", "*.JPEG", "*.PNG"));
        lastFolder.filter(File::isDirectory).ifPresent(dialog::setInitialDirectory);
        Optional<File> chosen = Optional.ofNullable(dialog.showOpenDialog(owner));
        chosen.ifPresent(file -> lastFolder = Optional.ofNullable(file.getParentFile()));
        return chosen.map(File::toPath);
    }
}
