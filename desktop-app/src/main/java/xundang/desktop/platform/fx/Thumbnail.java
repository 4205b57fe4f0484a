package xundang.desktop.platform.fx;

import java.io.ByteArrayInputStream;
import java.util.concurrent.Callable;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.tasks.BackgroundTasks;

/** A picture in a fixed frame whose bytes come from the store; the frame stands there from the start, so nothing jumps. */
public final class Thumbnail extends StackPane {
    public Thumbnail(BackgroundTasks tasks, Callable<byte[]> bytes, double width, double height) {
        getStyleClass().add("thumbnail");
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        ImageView view = new ImageView();
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setFitWidth(width - 2);
        view.setFitHeight(height - 2);
        getChildren().add(view);
        tasks.store(bytes, loaded -> show(view, loaded), fault -> {
            Faults.onReading(fault);
            getStyleClass().add("broken");
        });
    }

    private void show(ImageView view, byte[] loaded) {
        Image image = new Image(new ByteArrayInputStream(loaded));
        if (image.isError()) {
            getStyleClass().add("broken");
        } else {
            view.setImage(image);
        }
    }
}
