package xundang.desktop.inspection.ui.jar;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import xundang.desktop.inspection.jar.ImportPlan;
import xundang.desktop.inspection.jar.ImportProblem;
import xundang.desktop.inspection.ui.jar.JarImportViewModel.State;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.Parts;

/** A tester's file before it is taken over: its first rows, which column is which, what is wrong with it row by row. */
final class ImportPanel extends VBox {
    private static final int MOST_NAMED = 12;
    private static final double LIST_HEIGHT = 150;

    private final JarImportViewModel model;
    private final UiTexts texts;
    private final Runnable toGrid;

    ImportPanel(JarImportViewModel model, UiTexts texts, Runnable toGrid) {
        super(12);
        this.model = model;
        this.texts = texts;
        this.toGrid = toGrid;
        setId("jar-import");
        model.stateProperty().subscribe(this::show);
    }

    private void show(State state) {
        Parts.shown(this, !(state instanceof State.None));
        switch (state) {
            case State.None ignored -> getChildren().clear();
            case State.Reading reading -> {
                ProgressBar progress = new ProgressBar();
                progress.setMaxWidth(Double.MAX_VALUE);
                getChildren()
                        .setAll(
                                Parts.label(texts.get("inspection.jar.import.reading", reading.name()), "strong"),
                                progress,
                                cancel("inspection.jar.cancel"));
            }
            case State.Refused refused -> {
                ErrorPanel error = new ErrorPanel(texts);
                error.setId("jar-import-refused");
                error.show(refused.why());
                Button back = cancel("inspection.jar.import.back");
                getChildren().setAll(error, back);
                back.requestFocus();
            }
            case State.Preview preview -> show(preview);
        }
    }

    private void show(State.Preview preview) {
        ImportPlan plan = preview.plan();
        Label title = Parts.wrapped(
                texts.get(
                        preview.remembered() ? "inspection.jar.import.known" : "inspection.jar.import.guessed",
                        preview.table().name()),
                "strong");
        Label sum = Parts.wrapped(sum(plan), "figures");
        sum.setId("jar-import-sum");
        Button take = Parts.mainButton(
                "jar-import-take", texts.get("inspection.jar.import.take", plan.jars()), MaterialDesignC.CHECK, () -> {
                    model.take();
                    toGrid.run();
                });
        take.setDisable(plan.values().isEmpty());
        HBox buttons = Parts.row(8, take, cancel("inspection.jar.cancel"));
        MappingEditor mapping = new MappingEditor(preview, texts, model::map);
        PreviewTable rows = new PreviewTable(preview, texts);
        HBox.setHgrow(rows, Priority.ALWAYS);
        HBox both = new HBox(16, mapping, rows);
        getChildren().setAll(title, both, sum);
        if (!plan.problems().isEmpty()) {
            getChildren().add(problems(preview));
        }
        getChildren().add(buttons);
        (take.isDisabled() ? mapping : take).requestFocus();
    }

    private VBox problems(State.Preview preview) {
        ListView<String> list = new ListView<>();
        list.setId("jar-import-problems");
        list.getStyleClass().addAll("plain-list", "jar-findings");
        list.setPrefHeight(LIST_HEIGHT);
        list.getItems()
                .setAll(preview.plan().problems().stream().map(this::line).toList());
        Label lead = Parts.label(
                texts.get(
                        "inspection.jar.import.problems",
                        preview.plan().problems().size()),
                "bad");
        return Parts.column(4, lead, list);
    }

    private String line(ImportProblem problem) {
        return texts.get(
                "inspection.jar.import.problem",
                problem.row(),
                problem.column()
                        .map(column -> texts.get("inspection.jar.entered." + column))
                        .orElseGet(() -> texts.get("inspection.jar.entered.POSITION")),
                problem.text(),
                texts.get("inspection.jar.import.kind." + problem.kind()));
    }

    private String sum(ImportPlan plan) {
        String taken = texts.get(
                "inspection.jar.import.sum", plan.jars(), plan.values().size());
        String replaced = plan.replaced() == 0 ? "" : texts.get("inspection.jar.import.replaced", plan.replaced());
        String missing = plan.missing().isEmpty()
                ? ""
                : texts.get("inspection.jar.import.missing", plan.missing().size(), positions(plan.missing()));
        return taken + replaced + missing;
    }

    private static String positions(List<Integer> positions) {
        return positions.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining("、"))
                + (positions.size() > MOST_NAMED ? " …" : "");
    }

    private Button cancel(String key) {
        return Parts.button("jar-import-cancel", texts.get(key), MaterialDesignC.CLOSE, () -> {
            model.cancel();
            toGrid.run();
        });
    }
}
