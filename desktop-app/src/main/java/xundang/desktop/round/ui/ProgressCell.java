package xundang.desktop.round.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.round.RoundProgress.Part;
import xundang.model.round.Progress;
import xundang.model.text.Share;

/** One place or plan: name, bar, done of planned, what was missed and left out. */
final class ProgressCell extends ListCell<Part> {
    private static final double BAR = 96;

    private final UiTexts texts;
    private final Label name = Parts.label("");
    private final Label missed = Parts.label("", "caption", "figures");
    private final Label done = Parts.label("", "figures");
    private final Label coverage = Parts.label("", "strong", "figures");
    private final ProgressBar bar = new ProgressBar();
    private final HBox row;

    ProgressCell(UiTexts texts) {
        this.texts = texts;
        VBox words = Parts.column(0, name, missed);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        words.setPrefWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        bar.setMinWidth(BAR);
        bar.setPrefWidth(BAR);
        done.setMinWidth(Region.USE_PREF_SIZE);
        HBox right = Parts.row(0, coverage);
        right.getStyleClass().add("progress-coverage");
        row = Parts.row(12, words, done, bar, right);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Part part, boolean empty) {
        super.updateItem(part, empty);
        if (part == null || empty) {
            setGraphic(null);
            return;
        }
        Progress progress = part.progress();
        name.setText(part.name());
        missed.setText(
                progress.missed() + progress.overdue() + progress.skipped() == 0
                        ? ""
                        : texts.get(
                                "round.progress.notDone", progress.missed(), progress.overdue(), progress.skipped()));
        Parts.shown(missed, !missed.getText().isEmpty());
        done.setText(texts.get("round.progress.of", progress.done(), progress.planned()));
        bar.setProgress(progress.planned() == 0 ? 0 : (double) progress.done() / progress.planned());
        coverage.setText(percent(texts, progress.completion()));
        setGraphic(row);
    }

    /** In percent; a dash while nothing was planned. */
    static String percent(UiTexts texts, Share share) {
        return share.percent()
                .map(percent -> texts.get("round.progress.percent", percent))
                .orElse(texts.get("round.progress.none"));
    }
}
