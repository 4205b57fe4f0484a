package xundang.desktop.inspection.ui.jar;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import xundang.desktop.inspection.jar.CellProblem;
import xundang.desktop.inspection.jar.PastePlan;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;

/** What of a paste is not good, cell by cell, before anything is changed. */
final class PastePanel extends VBox {
    private final UiTexts texts;
    private final Label lead = Parts.wrapped("", "strong");
    private final ListView<String> problems = new ListView<>();
    private final Button take;

    PastePanel(JarTableViewModel jars, UiTexts texts, Runnable toGrid) {
        super(8);
        this.texts = texts;
        setId("jar-paste");
        getStyleClass().addAll("notice-panel", "warning");
        problems.setId("jar-paste-problems");
        problems.getStyleClass().addAll("plain-list", "jar-findings");
        problems.setPrefHeight(180);
        take = Parts.mainButton("jar-paste-take", "", MaterialDesignC.CHECK, () -> {
            jars.takePaste();
            toGrid.run();
        });
        Button cancel =
                Parts.button("jar-paste-cancel", texts.get("inspection.jar.cancel"), MaterialDesignC.CLOSE, () -> {
                    jars.cancelPaste();
                    toGrid.run();
                });
        getChildren().addAll(lead, problems, Parts.row(8, take, cancel));
        jars.pasteProperty().subscribe(this::show);
    }

    private void show(@Nullable PastePlan plan) {
        Parts.shown(this, plan != null);
        if (plan == null) {
            return;
        }
        lead.setText(texts.get(
                "inspection.jar.paste.lead",
                plan.problems().size(),
                plan.values().size(),
                plan.replaced()));
        take.setText(texts.get("inspection.jar.paste.take", plan.values().size()));
        take.setDisable(plan.values().isEmpty());
        problems.getItems().setAll(plan.problems().stream().map(this::line).toList());
        (plan.values().isEmpty() ? problems : take).requestFocus();
    }

    private String line(CellProblem problem) {
        return texts.get(
                "inspection.jar.paste.problem",
                problem.row(),
                problem.column(),
                problem.text(),
                texts.get("inspection.jar.fault." + problem.fault()));
    }
}
