package xundang.desktop.inspection.ui;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import xundang.desktop.inspection.ui.RowViewModel.Panel;
import xundang.desktop.photo.Pictures;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Badge;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.Look;
import xundang.desktop.platform.theme.Parts;
import xundang.model.inspection.Reading;
import xundang.model.inspection.Skip;
import xundang.model.template.Verdict;

/** One row of the form. The active one is larger and says its range, where that comes from, and what to look at. */
final class RowView extends VBox {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private static final double NAME_WIDTH = 232;
    private static final double DETAIL_WIDTH = 640;

    private final RowViewModel row;
    private final UiTexts texts;
    private final RowInput input;
    private final Badge verdict;
    private final Label saved = Parts.label("", "caption", "good");
    private final Label remark = Parts.wrapped("", "caption", "row-remark");
    private final HistoryStrip history;
    private final PhotoSlot photos;
    private final VBox detail;
    private boolean active;

    RowView(FormViewModel form, RowViewModel row, UiContext context, Pictures pictures) {
        super(8);
        this.row = row;
        texts = context.texts();
        setId("form-row-" + row.id());
        getStyleClass().add("form-row");
        input = new RowInput(form, row, context);
        verdict = new Badge(texts);
        verdict.setId("form-verdict-" + row.id());
        saved.setId("form-saved-" + row.id());
        saved.getStyleClass().add("saved");
        history = new HistoryStrip(row, texts);
        HBox.setHgrow(history, Priority.ALWAYS);
        Runnable choose = () -> {
            form.activate(row);
            context.pictures().choose().ifPresent(file -> form.attach(row, file));
            input.focus();
        };
        photos = new PhotoSlot(row, context, pictures, choose);
        StackPane verdictCell = new StackPane(verdict);
        verdictCell.getStyleClass().add("verdict-cell");
        HBox main = Parts.row(12, name(), input, verdictCell, history, photos, saved);
        detail = detail(choose);
        ErrorPanel error = new ErrorPanel(texts);
        error.setId("form-error-" + row.id());
        VBox.setMargin(error, new Insets(0, 0, 0, 34));
        getChildren().addAll(main, detail);
        input.below().ifPresent(getChildren()::add);
        getChildren().addAll(remark, error, new RowPanel(form, row, texts, input::focus));
        setOnMousePressed(ignored -> form.activate(row));
        row.errorProperty().subscribe(error::show);
        row.verdictProperty().subscribe(this::showVerdict);
        row.readingProperty().subscribe(this::showReading);
        row.remarksProperty()
                .subscribe(ignored -> showReading(row.readingProperty().get()));
        row.savedProperty().subscribe(ignored -> showSaved());
        row.readingPictureProperty().subscribe(ignored -> showSaved());
        setActive(false);
    }

    private HBox name() {
        Label number = Parts.label("", "muted", "figures", "row-number");
        row.slotProperty().subscribe(slot -> number.setText(Integer.toString(slot.number())));
        Label label = Parts.wrapped(texts.of(row.slot().item().label()), "row-label");
        HBox.setHgrow(label, Priority.ALWAYS);
        Label code = Parts.label(row.slot().item().id(), "muted", "figures", "row-code");
        HBox name = Parts.row(8, number, code, label);
        if (row.slot().partLabel() != null) {
            name.getChildren().add(Parts.label(texts.of(row.slot().partLabel()), "tag", "figures"));
        }
        name.setMinWidth(NAME_WIDTH);
        name.setPrefWidth(NAME_WIDTH);
        name.setMaxWidth(NAME_WIDTH);
        return name;
    }

    private VBox detail(Runnable choosePhoto) {
        VBox words = Parts.column(4);
        LimitWords limits = new LimitWords(texts);
        Label ranges = Parts.wrapped("", "figures");
        row.slotProperty().subscribe(slot -> {
            ranges.setText(limits.limits(slot).orElse(""));
            Parts.shown(ranges, !ranges.getText().isEmpty());
        });
        words.getChildren().add(ranges);
        if (row.slot().item().help() != null) {
            words.getChildren().add(Parts.wrapped(texts.of(row.slot().item().help()), "muted"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setPrefWidth(DETAIL_WIDTH);
        HBox actions = Parts.row(
                4,
                Parts.quietButton(
                        "form-do-skip-" + row.id(),
                        texts.get("inspection.row.skip"),
                        MaterialDesignM.MINUS_CIRCLE_OUTLINE,
                        () -> row.openPanel(Panel.SKIP)),
                Parts.quietButton(
                        "form-do-photo-" + row.id(),
                        texts.get("inspection.row.photo"),
                        MaterialDesignC.CAMERA_PLUS_OUTLINE,
                        choosePhoto),
                Parts.quietButton(
                        "form-do-note-" + row.id(),
                        texts.get("inspection.row.note"),
                        MaterialDesignN.NOTE_EDIT_OUTLINE,
                        () -> row.openPanel(Panel.NOTE)));
        actions.setMinWidth(Region.USE_PREF_SIZE);
        actions.getChildren().forEach(button -> button.setFocusTraversable(false));
        VBox box = Parts.column(0, Parts.row(16, words, actions));
        box.getStyleClass().add("row-detail");
        return box;
    }

    private void showVerdict(@Nullable Verdict now) {
        verdict.setVisible(now != null);
        if (now == Verdict.SKIPPED) {
            Skip skip = row.content().skip();
            verdict.show(Look.SKIPPED, texts.of((skip == null ? Skip.Kind.NOT_APPLICABLE : skip.kind()).label()));
        } else if (now != null) {
            verdict.show(now);
        }
    }

    private void showReading(@Nullable Reading reading) {
        input.showChosen();
        history.refresh();
        photos.refresh(active);
        String skip = reading == null || reading.skip() == null
                ? ""
                : texts.get(
                        "inspection.row.skipped",
                        texts.of(reading.skip().kind().label()),
                        reading.skip().reason());
        String note =
                reading == null || reading.note() == null ? "" : texts.get("inspection.row.noted", reading.note());
        String twice = twice(reading);
        String wrong = row.remarksProperty().get().stream()
                .map(text -> text.in(texts.language().locale()))
                .collect(Collectors.joining(" "));
        String lacking = row.lacksNote() ? texts.get("inspection.row.noteNeeded") : "";
        remark.setText(Stream.of(skip, twice, note, wrong, lacking)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")));
        remark.getStyleClass().remove("needed");
        if (!lacking.isEmpty() || !wrong.isEmpty()) {
            remark.getStyleClass().add("needed");
        }
        Parts.shown(remark, !remark.getText().isEmpty());
        showVerdict(row.verdictProperty().get());
    }

    /** What was measured first, or that an outlier was not measured again. */
    private String twice(@Nullable Reading reading) {
        if (reading == null || reading.value() == null) {
            return "";
        }
        if (reading.firstValue() != null) {
            return texts.get(
                    "inspection.row.measuredTwice",
                    RowText.of(reading.firstValue(), row.offset()),
                    RowText.of(reading.value(), row.offset()));
        }
        return row.outlier()
                .map(outlier ->
                        texts.get("inspection.row.outlier", outlier.earlier(), ReadingWords.figure(outlier.median())))
                .orElse("");
    }

    private void showSaved() {
        saved.getStyleClass().removeAll("good", "bad");
        if (row.readingPictureProperty().get()) {
            saved.setText(texts.get("inspection.row.readingPicture"));
            saved.setGraphic(null);
            return;
        }
        switch (row.savedProperty().get()) {
            case NOTHING_YET -> {
                saved.setText("");
                saved.setGraphic(null);
            }
            case SAVED -> {
                saved.getStyleClass().add("good");
                saved.setText(texts.get("inspection.row.saved"));
                saved.setGraphic(new FontIcon(MaterialDesignC.CHECK));
            }
            case FAILED -> {
                saved.getStyleClass().add("bad");
                saved.setText(texts.get("inspection.row.notSaved"));
                saved.setGraphic(null);
            }
        }
    }

    /** Makes the row large or small. */
    void setActive(boolean now) {
        active = now;
        pseudoClassStateChanged(ACTIVE, now);
        Parts.shown(detail, now);
        photos.refresh(now);
        input.setActive(now);
    }

    RowViewModel row() {
        return row;
    }

    RowInput input() {
        return input;
    }
}
