package xundang.desktop.asset.ui;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import xundang.desktop.asset.Dossier;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;

/** What the ledger says about the object: open conflicts first, then facts with their sources, then what nobody has filled in. */
final class DossierFacts {
    private final UiTexts texts;

    DossierFacts(UiTexts texts) {
        this.texts = texts;
    }

    /** Both values of every field on which the sources disagree; hidden when there is none. */
    VBox conflicts(Dossier dossier) {
        VBox panel = Parts.column(
                8,
                Parts.row(
                        8,
                        new FontIcon(MaterialDesignS.SCALE_UNBALANCED),
                        Parts.label(
                                texts.get(
                                        "asset.dossier.conflicts",
                                        dossier.conflicts().size()),
                                "strong")));
        for (Dossier.SourceConflict conflict : dossier.conflicts()) {
            panel.getChildren().add(Parts.label(texts.of(conflict.label()), "caption"));
            for (Dossier.Candidate candidate : conflict.candidates()) {
                panel.getChildren()
                        .add(Parts.column(
                                0,
                                Parts.wrapped(candidate.value(), "strong"),
                                Parts.wrapped(texts.get("asset.dossier.source", candidate.source()), "caption")));
            }
        }
        panel.getChildren().add(Parts.wrapped(texts.get("asset.dossier.conflictStep")));
        panel.getStyleClass().addAll("notice-panel", "warning");
        panel.setId("dossier-conflicts");
        Parts.shown(panel, !dossier.conflicts().isEmpty());
        return panel;
    }

    /** Filled-in attributes in two columns. */
    VBox facts(Dossier dossier) {
        GridPane grid = new GridPane(16, 8);
        ColumnConstraints names = new ColumnConstraints(104);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        int row = 0;
        for (Dossier.Fact fact : dossier.facts()) {
            Label name = Parts.wrapped(texts.of(fact.meaning().label()), "muted");
            GridPane.setValignment(name, VPos.TOP);
            String value = fact.value() + fact.meaning().unit().map(unit -> "\u2009" + unit).orElse("");
            VBox said = Parts.column(0, Parts.wrapped(value, "figures"));
            if (fact.source() != null) {
                said.getChildren().add(Parts.wrapped(texts.get("asset.dossier.source", fact.source()), "caption"));
            }
            grid.addRow(row++, name, said);
        }
        return Parts.card(12, Parts.label(texts.get("asset.dossier.facts"), "strong"), grid);
    }

    /** What nobody has filled in yet, folded away. */
    TitledPane missing(Dossier dossier) {
        FlowPane names = new FlowPane(8, 8);
        dossier.missing().forEach(missing -> names.getChildren().add(Parts.label(texts.of(missing.meaning().label()), "tag")));
        TitledPane pane = new TitledPane(
                texts.get("asset.dossier.missing", dossier.missing().size()), names);
        pane.setId("dossier-missing");
        pane.setExpanded(false);
        pane.setAnimated(false);
        Parts.shown(pane, !dossier.missing().isEmpty());
        return pane;
    }
}
