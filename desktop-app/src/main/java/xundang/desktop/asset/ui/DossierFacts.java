package xundang.desktop.asset.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import tools.jackson.databind.JsonNode;
import xundang.desktop.asset.Dossier;
import xundang.desktop.asset.ui.DossierViewModel.FieldEdit;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.platform.value.FieldMeaning;

/** What the ledger says about the object: facts with their sources, each of which may be changed in its place, then what nobody has filled in. */
final class DossierFacts {
    private final DossierViewModel model;
    private final UiTexts texts;
    private final Consumer<Node> reveal;
    private final List<Node> stops = new ArrayList<>();
    private @Nullable FieldEditor editor;

    /** @param reveal brings a node into view */
    DossierFacts(DossierViewModel model, UiTexts texts, Consumer<Node> reveal) {
        this.model = model;
        this.texts = texts;
        this.reveal = reveal;
    }

    /** Filled-in attributes, name and value. */
    VBox facts(Dossier dossier) {
        GridPane grid = new GridPane(16, 4);
        ColumnConstraints names = new ColumnConstraints(104);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        stops.clear();
        editor = null;
        FieldEdit edit = model.editProperty().get();
        String open = edit == null ? "" : edit.typed().meaning().field();
        boolean here = false;
        for (Dossier.Fact fact : dossier.facts()) {
            boolean editing = fact.meaning().field().equals(open);
            here |= editing;
            row(grid, fact.meaning(), editing && edit != null ? editor(edit) : value(fact));
        }
        if (edit != null && !here) {
            row(grid, edit.typed().meaning(), editor(edit));
        }
        VBox card = Parts.card(12, Parts.label(texts.get("asset.dossier.facts"), "strong"), grid);
        if (model.mayEdit()) {
            card.getChildren().add(Parts.wrapped(texts.get("asset.dossier.editKeys"), "caption"));
        }
        return card;
    }

    private void row(GridPane grid, FieldMeaning meaning, Node said) {
        Label name = Parts.wrapped(texts.of(meaning.label()), "muted", "fact-name");
        GridPane.setValignment(name, VPos.TOP);
        grid.addRow(grid.getRowCount(), name, said);
    }

    private FieldEditor editor(FieldEdit edit) {
        FieldEditor opened = new FieldEditor(model, edit, texts);
        editor = opened;
        return opened;
    }

    private Node value(Dossier.Fact fact) {
        String value = fact.value()
                + fact.meaning().unit().map(unit -> "\u2009" + unit).orElse("");
        VBox said = Parts.column(0, Parts.wrapped(value, "figures"));
        if (fact.changed()) {
            said.getChildren().add(Parts.wrapped(texts.get("asset.dossier.changed"), "caption"));
        } else if (fact.source() != null) {
            said.getChildren().add(Parts.wrapped(texts.get("asset.dossier.source", fact.source()), "caption"));
        }
        if (!fact.editable() || !model.mayEdit()) {
            said.getStyleClass().add("fact");
            return said;
        }
        said.setMinWidth(0);
        HBox.setHgrow(said, Priority.ALWAYS);
        return stop(fact.meaning(), fact.raw(), said);
    }

    /** A value that can take the cursor and be opened with F4, Enter or a click. */
    private HBox stop(FieldMeaning meaning, JsonNode raw, Node said) {
        HBox stop = Parts.row(8, said, new FontIcon(MaterialDesignP.PENCIL_OUTLINE));
        stop.setId("fact-" + meaning.field());
        stop.getStyleClass().addAll("fact", "fact-editable");
        stop.setFocusTraversable(true);
        Runnable open = () -> model.edit(meaning, raw);
        stop.setOnMouseClicked(ignored -> open.run());
        stop.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.F4 || key.getCode() == KeyCode.ENTER) {
                open.run();
                key.consume();
            } else if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.UP) {
                step(stop, key.getCode() == KeyCode.DOWN ? 1 : -1);
                key.consume();
            }
        });
        stops.add(stop);
        return stop;
    }

    private void step(Node from, int by) {
        int to = Math.clamp(stops.indexOf(from) + by, 0, stops.size() - 1);
        stops.get(to).requestFocus();
        reveal.accept(stops.get(to));
    }

    /** The cursor goes to the open input, or to the first value that can be changed; returns where it is now. */
    Optional<Node> focus() {
        if (editor != null) {
            editor.focus();
            return Optional.of(editor);
        }
        stops.stream().findFirst().ifPresent(Node::requestFocus);
        return stops.stream().findFirst();
    }

    /** What nobody has filled in yet, folded away; a name opens its input. */
    TitledPane missing(Dossier dossier) {
        FlowPane names = new FlowPane(8, 8);
        for (Dossier.Missing missing : dossier.missing()) {
            String name = texts.of(missing.meaning().label());
            if (missing.editable() && model.mayEdit()) {
                Button fill = new Button(name);
                fill.setId("fill-" + missing.meaning().field());
                fill.getStyleClass().add("small");
                fill.setOnAction(ignored -> model.edit(missing.meaning(), null));
                names.getChildren().add(fill);
            } else {
                names.getChildren().add(Parts.label(name, "tag"));
            }
        }
        TitledPane pane = new TitledPane(
                texts.get("asset.dossier.missing", dossier.missing().size()), names);
        pane.setId("dossier-missing");
        pane.setExpanded(false);
        pane.setAnimated(false);
        Parts.shown(pane, !dossier.missing().isEmpty());
        return pane;
    }
}
