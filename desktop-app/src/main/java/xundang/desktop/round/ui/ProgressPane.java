package xundang.desktop.round.ui;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.ListRows;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.round.RoundProgress;
import xundang.desktop.round.RoundProgress.Part;
import xundang.desktop.round.ui.ProgressViewModel.Span;
import xundang.model.round.Period;
import xundang.model.round.Progress;

/** 完成情况: whether inspection really happens, at a glance; by place and by plan. */
final class ProgressPane extends VBox {
    private final ProgressViewModel model;
    private final UiTexts texts;
    private final Map<Span, ToggleButton> spans = new EnumMap<>(Span.class);
    private final Label days = Parts.label("", "strong", "figures");
    private final Label coverage = Parts.label("", "big-number", "figures");
    private final Label objects = Parts.label("", "muted", "figures");
    private final HBox figures = Parts.row(24);
    private final ListView<Part> rooms = list("today-progress-rooms");
    private final ListView<Part> plans = list("today-progress-plans");
    private final Subscription listening;

    ProgressPane(ProgressViewModel model, UiTexts texts) {
        super(12);
        this.model = model;
        this.texts = texts;
        setId("today-progress");
        HBox line = Parts.row(8);
        line.getStyleClass().add("tabs");
        for (Span span : Span.values()) {
            ToggleButton button = new ToggleButton(texts.get("round.span." + span.name()));
            button.setId("today-span-" + span.name().toLowerCase(Locale.ROOT));
            button.setFocusTraversable(false);
            button.setOnAction(ignored -> model.choose(span));
            spans.put(span, button);
            line.getChildren().add(button);
        }
        line.getChildren()
                .addAll(
                        Parts.quietButton(
                                "today-span-back",
                                texts.get("round.span.back"),
                                MaterialDesignC.CHEVRON_LEFT,
                                () -> model.step(-1)),
                        days,
                        Parts.quietButton(
                                "today-span-on",
                                texts.get("round.span.on"),
                                MaterialDesignC.CHEVRON_RIGHT,
                                () -> model.step(1)));
        ErrorPanel error = new ErrorPanel(texts, model::reload);
        coverage.setId("today-coverage");
        objects.setId("today-objects");
        VBox percent = Parts.column(0, coverage, Parts.label(texts.get("round.progress.completion"), "caption"));
        VBox total = Parts.card(8, Parts.row(32, percent, figures), objects);
        HBox both = new HBox(16, part("round.progress.rooms", rooms), part("round.progress.plans", plans));
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().setAll(line, error, total, both);
        listening = Subscription.combine(
                model.errorProperty().subscribe(error::show),
                model.progressProperty().subscribe(this::show));
    }

    private ListView<Part> list(String id) {
        ListView<Part> list = new ListView<>();
        list.setId(id);
        list.getStyleClass().add("plain-list");
        ListRows.ofTwoLines(list);
        return list;
    }

    private VBox part(String key, ListView<Part> list) {
        list.setCellFactory(ignored -> new ProgressCell(texts));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox part = Parts.column(8, Parts.label(texts.get(key), "strong"), list);
        part.setPrefWidth(0);
        part.setMinWidth(0);
        HBox.setHgrow(part, Priority.ALWAYS);
        return part;
    }

    private void show(@Nullable RoundProgress progress) {
        spans.forEach((span, button) ->
                button.setSelected(span == model.spanProperty().get()));
        if (progress == null) {
            return;
        }
        Period period = progress.period();
        String first = texts.times().day(texts.language(), period.first());
        days.setText(
                period.first().equals(period.last())
                        ? first
                        : texts.get("round.span.days", first, texts.times().day(texts.language(), period.last())));
        Progress all = progress.all();
        coverage.setText(ProgressCell.percent(texts, all.completion()));
        objects.setText(texts.get(
                "round.progress.coverage",
                ProgressCell.percent(texts, all.coverage()),
                all.objectsDone(),
                all.objectsDue()));
        figures.getChildren().setAll(figures(all));
        rooms.getItems().setAll(progress.rooms());
        plans.getItems().setAll(progress.plans());
    }

    private List<Node> figures(Progress all) {
        return List.of(
                figure("round.progress.planned", all.planned()),
                figure("round.progress.done", all.done()),
                figure("round.progress.late", all.late()),
                figure("round.progress.missed", all.missed()),
                figure("round.progress.overdue", all.overdue()),
                figure("round.progress.skipped", all.skipped()),
                figure("round.progress.open", all.open()));
    }

    private VBox figure(String key, int number) {
        return Parts.column(
                0,
                Parts.label(Integer.toString(number), "page-title", "figures"),
                Parts.label(texts.get(key), "caption"));
    }

    /** A key of this part; false if it is none. */
    boolean key(KeyCode code) {
        switch (code) {
            case DIGIT1, NUMPAD1 -> model.choose(Span.TODAY);
            case DIGIT2, NUMPAD2 -> model.choose(Span.WEEK);
            case DIGIT3, NUMPAD3 -> model.choose(Span.MONTH);
            case LEFT -> model.step(-1);
            case RIGHT -> model.step(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    void shown() {
        model.reload();
        rooms.requestFocus();
    }

    void dataChanged() {
        if (isVisible()) {
            model.reload();
        }
    }

    void hidden() {
        listening.unsubscribe();
    }
}
