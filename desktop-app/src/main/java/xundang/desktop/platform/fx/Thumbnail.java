package xundang.desktop.platform.fx;

import java.io.ByteArrayInputStream;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.tasks.BackgroundTasks;

/** A picture in a fixed frame whose bytes come from the store; the frame stands there from the start, so nothing jumps. */
public final class Thumbnail extends StackPane {
    /** Gets a picture that is not on this laptop. */
    @FunctionalInterface
    public interface Fetch {
        /** Calls one of the two on the interface's thread. */
        void start(Runnable onHere, Runnable onAbsent);
    }

    private final BackgroundTasks tasks;
    private final Callable<byte[]> bytes;
    private final ImageView view = new ImageView();

    /**
     * @param bytes reads the small picture on the store thread; {@link NoSuchElementException} if it is not on this laptop
     */
    public Thumbnail(BackgroundTasks tasks, Callable<byte[]> bytes, Fetch fetch, double width, double height) {
        this.tasks = tasks;
        this.bytes = bytes;
        getStyleClass().add("thumbnail");
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setFitWidth(width - 2);
        view.setFitHeight(height - 2);
        getChildren().add(view);
        load(() -> fetch.start(() -> load(this::showAbsent), this::showAbsent));
    }

    private void load(Runnable whenAbsent) {
        tasks.store(bytes, this::show, fault -> {
            if (fault instanceof NoSuchElementException) {
                whenAbsent.run();
            } else {
                Faults.onReading(fault);
                getStyleClass().add("broken");
            }
        });
    }

    private void show(byte[] loaded) {
        Image image = new Image(new ByteArrayInputStream(loaded));
        if (image.isError()) {
            getStyleClass().add("broken");
        } else {
            view.setImage(image);
        }
    }

    private void showAbsent() {
        getChildren().setAll(new FontIcon(MaterialDesignC.CLOUD_DOWNLOAD_OUTLINE));
    }
}
