package xundang.desktop.sync.ui;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.sync.ui.StorageViewModel.Progress;

/** How far the work on a package is, with the way to end it; hidden while there is none or it has only just begun. */
final class FileProgress extends VBox {
    /** The work counts on its own thread; looking this often costs nothing and never floods the interface. */
    private static final Duration LOOK_EVERY = Duration.millis(250);

    private final StorageViewModel model;
    private final UiTexts texts;
    private final Label text = Parts.label("", "figures");
    private final ProgressBar bar = new ProgressBar(0);
    private final Button cancel;
    private final Timeline looking;
    private final Subscription listening;

    FileProgress(StorageViewModel model, UiTexts texts) {
        super(8);
        this.model = model;
        this.texts = texts;
        setId("storage-progress");
        getStyleClass().add("card");
        bar.setMaxWidth(Double.MAX_VALUE);
        cancel = Parts.button("storage-cancel", texts.get("sync.storage.cancel"), MaterialDesignC.CLOSE, model::cancel);
        getChildren().addAll(text, bar, Parts.row(12, cancel));
        looking = new Timeline(new KeyFrame(LOOK_EVERY, ignored -> look()));
        looking.setCycleCount(Animation.INDEFINITE);
        listening = model.busyProperty().subscribe(busy -> {
            if (busy) {
                looking.play();
            } else {
                looking.stop();
            }
            look();
        });
    }

    private void look() {
        show(model.progress().orElse(null));
    }

    private void show(@Nullable Progress progress) {
        Parts.shown(this, progress != null);
        if (progress == null) {
            return;
        }
        String moved = texts.get("sync.storage.progress", Sizes.of(progress.done()), Sizes.of(progress.total()));
        text.setText(
                progress.left() == null
                        ? moved
                        : moved + " · "
                                + texts.get("sync.transfer.left", texts.times().minutes(progress.left())));
        bar.setProgress(
                progress.total() == 0
                        ? ProgressBar.INDETERMINATE_PROGRESS
                        : (double) progress.done() / progress.total());
        cancel.setDisable(!progress.mayCancel());
    }

    void hidden() {
        looking.stop();
        listening.unsubscribe();
    }
}
