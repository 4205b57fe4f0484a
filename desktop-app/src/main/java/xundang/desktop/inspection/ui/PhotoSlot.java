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
    private final boolean pair;
    private final UiContext context;
    private final Pictures pictures;
    private final HBox thumbs = Parts.row(4);
    private final Button add;
    private List<PhotoId> showing = List.of();

    PhotoSlot(RowViewModel row, UiContext context, Pictures pictures, Runnable choose) {
        super(4);
        this.row = row;
        pair = row.slot().item().photoPair();
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
            shown(photos)
                    .forEach(id -> thumbs.getChildren()
                            .add(new Thumbnail(context.tasks(), new PhotoThumbnail(pictures, id), 44, 34)));
            if (photos.size() > SHOWN) {
                thumbs.getChildren().add(Parts.label("+" + (photos.size() - SHOWN), "caption", "figures"));
            }
        }
        boolean lacking = photos.size() < needed() && isRequired(reading);
        add.setText(lacking ? context.texts().get(lackingKey(photos.size())) : "");
        add.getStyleClass().remove("needed");
        if (lacking) {
            add.getStyleClass().add("needed");
        }
        ((FontIcon) add.getGraphic())
                .setIconCode(lacking ? MaterialDesignC.CAMERA_PLUS : MaterialDesignC.CAMERA_PLUS_OUTLINE);
        Parts.shown(
                add, active || lacking || (row.slot().item().photo() != PhotoRule.NONE && photos.size() < needed()));
    }

    /** The newest first; of a pair the one before the work, then the newest after it. */
    private List<PhotoId> shown(List<PhotoId> photos) {
        return pair && photos.size() >= SHOWN
                ? List.of(photos.getFirst(), photos.getLast())
                : photos.reversed().stream().limit(SHOWN).toList();
    }

    private int needed() {
        return pair ? 2 : 1;
    }

    private String lackingKey(int there) {
        if (!pair) {
            return "inspection.row.photoNeeded";
        }
        return there == 0 ? "inspection.row.photoBefore" : "inspection.row.photoAfter";
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
