package xundang.desktop.asset.ui;

import java.io.IOException;
import javafx.geometry.Pos;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import xundang.desktop.photo.Pictures;
import xundang.desktop.photo.UprightPicture;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.fx.Snapshots;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.Parts;
import xundang.model.photo.PhotoId;

/** One photo large, over the dossier; Esc closes it. */
final class PicturePanel extends StackPane {
    private static final double MARGIN = 48;

    /** More than any screen shows; decoding more would only cost memory. */
    private static final int LONGEST_SIDE = 4096;

    private final BackgroundTasks tasks;
    private final Pictures pictures;
    private final ImageView view = new ImageView();
    private final ErrorPanel error;

    PicturePanel(UiTexts texts, BackgroundTasks tasks, Pictures pictures) {
        this.tasks = tasks;
        this.pictures = pictures;
        error = new ErrorPanel(texts);
        getStyleClass().add("picture-panel");
        view.setPreserveRatio(true);
        view.fitWidthProperty().bind(widthProperty().subtract(MARGIN));
        view.fitHeightProperty().bind(heightProperty().subtract(MARGIN));
        var close = Parts.button("picture-close", texts.get("asset.picture.close"), MaterialDesignC.CLOSE, this::close);
        StackPane.setAlignment(close, Pos.TOP_RIGHT);
        getChildren().addAll(view, error, close);
        Parts.shown(this, false);
    }

    void open(PhotoId id) {
        view.setImage(null);
        error.show(null);
        Parts.shown(this, true);
        load(id, () -> pictures.fetch(id, () -> load(id, this::absent), this::absent));
    }

    private void load(PhotoId id, Runnable ifNotHere) {
        tasks.store(
                () -> pictures.original(id),
                original -> original.ifPresentOrElse(this::decode, ifNotHere),
                fault -> error.show(Faults.onReading(fault)));
    }

    private void absent() {
        error.show(PersonError.of("E-PHOTO-101", "asset.error.photoElsewhere"));
    }

    /** A picture of twelve million points takes longer than the interface may stand still. */
    private void decode(byte[] original) {
        tasks.files(
                () -> Snapshots.toFx(UprightPicture.of(original, LONGEST_SIDE)),
                view::setImage,
                fault -> error.show(
                        fault instanceof IOException
                                ? PersonError.of("E-PHOTO-102", "asset.error.photoUnreadable")
                                : Faults.onReading(fault)));
    }

    boolean close() {
        boolean wasOpen = isVisible();
        Parts.shown(this, false);
        return wasOpen;
    }
}
