package xundang.desktop.inspection.ui;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import xundang.desktop.photo.PhotoThumbnail;
import xundang.desktop.photo.Pictures;
import xundang.desktop.platform.fx.Thumbnail;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.theme.Parts;
import xundang.model.inspection.Reading;
import xundang.model.photo.PhotoId;
import xundang.model.template.PhotoRule;
import xundang.model.template.Verdict;

/** The photos of a row, and the button that adds one; it says when a photo is required and still lacking. */
final class PhotoSlot extends HBox {
    private static final int SHOWN = 2;

    private final RowViewModel row;
    private final UiContext context;
    private final Pictures pictures;
    private final HBox thumbs = Parts.row(4);
    private final Button add;
    private List<PhotoId> showing = List.of();

    PhotoSlot(RowViewModel row, UiContext context, Pictures pictures, Runnable choose) {
        super(4);
        this.row = row;
        this.context = context;
        this.pictures = pictures;
        getStyleClass().addAll("row", "photo-slot");
        setMinWidth(128);
        setPrefWidth(128);
        add = Parts.quietButton("form-photo-" + row.id(), "", MaterialDesignC.CAMERA_PLUS_OUTLINE, choose);
        add.setFocusTraversable(false);
        thumbs.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(thumbs, add);
    }

    /** Draws again with the row's present photos. */
    void refresh(boolean active) {
        Reading reading = row.readingProperty().get();
        List<PhotoId> photos = reading == null ? List.of() : reading.photos();
        if (!photos.equals(showing)) {
            showing = photos;
            thumbs.getChildren().clear();
            photos.reversed().stream()
                    .limit(SHOWN)
                    .forEach(id -> thumbs.getChildren()
                            .add(new Thumbnail(context.tasks(), new PhotoThumbnail(pictures, id), 44, 34)));
            if (photos.size() > SHOWN) {
                thumbs.getChildren().add(Parts.label("+" + (photos.size() - SHOWN), "caption", "figures"));
            }
        }
        boolean lacking = photos.isEmpty() && isRequired(reading);
        add.setText(lacking ? context.texts().get("inspection.row.photoNeeded") : "");
        add.getStyleClass().remove("needed");
        if (lacking) {
            add.getStyleClass().add("needed");
        }
        ((FontIcon) add.getGraphic())
                .setIconCode(lacking ? MaterialDesignC.CAMERA_PLUS : MaterialDesignC.CAMERA_PLUS_OUTLINE);
        Parts.shown(add, active || lacking || (row.slot().item().photo() != PhotoRule.NONE && photos.isEmpty()));
    }

    private boolean isRequired(@Nullable Reading reading) {
        boolean skipped = reading != null && reading.skip() != null;
        return switch (row.slot().item().photo()) {
            case NONE -> false;
            case REQUIRED -> !skipped;
            case WHEN_NOT_NORMAL ->
                reading != null && (reading.verdict() == Verdict.WARNING || reading.verdict() == Verdict.ABNORMAL);
        };
    }
}
