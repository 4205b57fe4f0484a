package xundang.desktop.platform.fx;

import java.io.ByteArrayInputStream;
import java.util.NoSuchElementException;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.tasks.BackgroundTasks;

/** A picture in a fixed frame whose bytes come from the store; the frame stands there from the start, so nothing jumps. */
public final class Thumbnail extends StackPane {
    private final BackgroundTasks tasks;
    private final Source source;
    private final ImageView view = new ImageView();

    /** Where the bytes come from. */
    public interface Source {
        /** Reads what is on this laptop; throws {@link NoSuchElementException} if it is not here. Store thread. */
        byte[] read();

        /** Fetches what is not here; returns at once, calls back on the interface's thread. */
        void fetch(Runnable onHere, Runnable onAbsent);
    }

    public Thumbnail(BackgroundTasks tasks, Source source, double width, double height) {
        this.tasks = tasks;
        this.source = source;
        getStyleClass().add("thumbnail");
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setFitWidth(width - 2);
        view.setFitHeight(height - 2);
        getChildren().add(view);
        load(() -> source.fetch(() -> load(this::broken), this::broken));
    }

    private void load(Runnable ifNotHere) {
        tasks.store(source::read, this::decode, fault -> {
            if (fault instanceof NoSuchElementException) {
                ifNotHere.run();
            } else {
                Faults.onReading(fault);
                broken();
            }
        });
    }

    private void broken() {
        getStyleClass().add("broken");
    }

    /** Away from the interface's thread and from the store's: decoding touches neither. */
    private void decode(byte[] loaded) {
        tasks.files(() -> new Image(new ByteArrayInputStream(loaded)), this::show, fault -> {
            Faults.onReading(fault);
            broken();
        });
    }

    private void show(Image image) {
        if (image.isError()) {
            broken();
        } else {
            view.setImage(image);
        }
    }
}
