package xundang.desktop.inspection.ui;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import xundang.desktop.inspection.EntryLimits;
import xundang.desktop.inspection.ui.RowViewModel.Panel;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;
import xundang.model.inspection.Skip;

/** The panel under a row: the reason for leaving it out, a note, or a second reading. Enter keeps; so does leaving it, with Esc or the mouse. */
final class RowPanel extends VBox {
    /** Fields in this panel have this style class; the form's keys leave them alone. */
    static final String OWN_KEYS = "own-keys";

    private final FormViewModel form;
    private final RowViewModel row;
    private final UiTexts texts;
    private final Runnable back;

    /** @param back gives the cursor back to the row */
    RowPanel(FormViewModel form, RowViewModel row, UiTexts texts, Runnable back) {
        super(8);
        this.back = back;
        this.form = form;
        this.row = row;
        this.texts = texts;
        getStyleClass().add("row-panel");
        Parts.shown(this, false);
        row.panelProperty().subscribe(this::show);
    }

    private void show(Panel panel) {
        if (panel == Panel.NONE && hasCursor()) {
            // Before its field goes; otherwise the cursor would land in the first row of the form.
            back.run();
        }
        getChildren().clear();
        Parts.shown(this, panel != Panel.NONE);
        TextField field = switch (panel) {
            case NONE -> null;
            case SKIP -> skip();
            case NOTE -> note();
            case SECOND -> second();
        };
        if (field != null) {
            field.getStyleClass().add(OWN_KEYS);
            field.requestFocus();
            field.end();
        }
    }

    private boolean hasCursor() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        while (owner != null && !owner.equals(this)) {
            owner = owner.getParent();
        }
        return owner != null;
    }

    private TextField skip() {
        ToggleGroup kinds = new ToggleGroup();
        HBox choice = Parts.row(8);
        for (Skip.Kind kind : Skip.Kind.values()) {
            ToggleButton button = new ToggleButton(texts.of(kind.label()));
            button.setId("form-skip-" + kind.name());
            button.setUserData(kind);
            button.setToggleGroup(kinds);
            button.setFocusTraversable(false);
            button.setSelected(kind == row.drafts().kindProperty().get());
            choice.getChildren().add(button);
        }
        kinds.selectedToggleProperty()
                .subscribe(chosen ->
                        row.drafts().kindProperty().set(chosen == null ? null : (Skip.Kind) chosen.getUserData()));
        TextField reason =
                field("form-skip-reason", "inspection.skip.reason", row.drafts().reasonProperty());
        Runnable keep = () -> form.skip(row, row.drafts().kindProperty().get(), reason.getText());
        reason.setOnAction(ignored -> keep.run());
        choice.getChildren()
                .addAll(
                        reason,
                        new EntryCounter(texts, reason.textProperty(), EntryLimits.REASON),
                        Parts.button(
                                "form-skip-keep", texts.get("inspection.panel.keep"), MaterialDesignC.CHECK, keep));
        getChildren().setAll(choice);
        return reason;
    }

    private TextField note() {
        TextField note =
                field("form-note", "inspection.row.notePrompt", row.drafts().noteProperty());
        Runnable keep = () -> form.keepPanel(row);
        note.setOnAction(ignored -> keep.run());
        getChildren()
                .setAll(Parts.row(
                        8,
                        note,
                        new EntryCounter(texts, note.textProperty(), EntryLimits.NOTE),
                        Parts.button(
                                "form-note-keep", texts.get("inspection.panel.keep"), MaterialDesignC.CHECK, keep)));
        return note;
    }

    private TextField second() {
        TextField again =
                field("form-second", "inspection.second.prompt", row.drafts().secondProperty());
        Runnable keep = () -> form.keepSecond(row);
        again.setOnAction(ignored -> keep.run());
        String unit = row.slot().item().unit();
        String asks = row.outlier()
                .map(outlier -> texts.get(
                        "inspection.second.lead",
                        outlier.earlier(),
                        ReadingWords.figure(outlier.median()) + (unit == null ? "" : "\u2009" + unit)))
                .orElse("");
        getChildren()
                .setAll(
                        Parts.wrapped(asks, "strong"),
                        Parts.row(
                                8,
                                again,
                                Parts.button(
                                        "form-second-keep",
                                        texts.get("inspection.panel.keep"),
                                        MaterialDesignC.CHECK,
                                        keep)));
        return again;
    }

    private TextField field(String id, String promptKey, StringProperty draft) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(texts.get(promptKey));
        field.textProperty().bindBidirectional(draft);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }
}
