package xundang.desktop.sync.ui;

import java.util.List;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import xundang.desktop.photo.PhotoThumbnail;
import xundang.desktop.photo.Pictures;
import xundang.desktop.platform.fx.Thumbnail;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.sync.RecordPhotos.Taken;

/** Pictures side by side, each with the day on which it was taken; with who took it where that is not said beside them. */
final class PhotoStrip extends FlowPane {
    private static final double WIDTH = 112;
    private static final double HEIGHT = 84;

    private final UiContext context;
    private final UiTexts texts;
    private final Pictures pictures;

    PhotoStrip(UiContext context, Pictures pictures, List<Taken> photos, boolean names) {
        super(8, 8);
        this.context = context;
        this.texts = context.texts();
        this.pictures = pictures;
        getStyleClass().add("photo-strip");
        photos.forEach(taken -> getChildren().add(picture(taken, names)));
    }

    private VBox picture(Taken taken, boolean names) {
        VBox box = Parts.column(
                2, new Thumbnail(context.tasks(), new PhotoThumbnail(pictures, taken.photo()), WIDTH, HEIGHT));
        if (names && !taken.person().isEmpty()) {
            box.getChildren().add(Parts.wrapped(taken.person(), "caption"));
        }
        if (taken.at() != null) {
            box.getChildren().add(Parts.wrapped(texts.times().shortDay(taken.at()), "caption", "figures"));
        }
        box.setMaxWidth(WIDTH);
        return box;
    }
}
