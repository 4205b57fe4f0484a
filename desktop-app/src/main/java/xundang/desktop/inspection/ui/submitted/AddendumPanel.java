package xundang.desktop.inspection.ui.submitted;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import xundang.desktop.inspection.SubmittedInspection.Row;
import xundang.desktop.inspection.ui.ReadingWords;
import xundang.desktop.inspection.ui.submitted.SubmittedViewModel.Panel;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;
import xundang.model.inspection.Reading;
import xundang.model.inspection.Skip;

/** 更正 or 补充 under the heading: the row, what stands there, what should, and why. The record itself stays as it is. */
final class AddendumPanel extends VBox {
    private final SubmittedViewModel model;
    private final UiTexts texts;
    private final TextField reason = new TextField();
    private final ToggleButton notApplicable;
    private final ToggleButton notInspected;
    private @Nullable CorrectionInput input;

    AddendumPanel(SubmittedViewModel model, UiTexts texts) {
        super(8);
        this.model = model;
        this.texts = texts;
        setId("addendum-panel");
        getStyleClass().addAll("card", "amend-panel");
        reason.setId("amend-reason");
        reason.setPromptText(texts.get("inspection.amend.reason"));
        reason.setOnAction(ignored -> save());
        HBox.setHgrow(reason, Priority.ALWAYS);
        notApplicable = skip("amend-not-applicable", Skip.Kind.NOT_APPLICABLE);
        notInspected = skip("amend-not-inspected", Skip.Kind.NOT_INSPECTED);
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
                save();
                key.consume();
            }
        });
    }

    private ToggleButton skip(String id, Skip.Kind kind) {
        ToggleButton button = new ToggleButton(texts.of(kind.label()));
        button.setId(id);
        button.setOnAction(ignored -> {
            ToggleButton other = kind == Skip.Kind.NOT_APPLICABLE ? notInspected() : notApplicable();
            other.setSelected(false);
        });
        return button;
    }

    private ToggleButton notApplicable() {
        return notApplicable;
    }

    private ToggleButton notInspected() {
        return notInspected;
    }

    /** Shows the panel, or takes it away. */
    void show(Panel panel) {
        Parts.shown(this, panel != Panel.NONE);
        getChildren().clear();
        input = null;
        reason.clear();
        notApplicable.setSelected(false);
        notInspected.setSelected(false);
        if (panel == Panel.NONE) {
            return;
        }
        Row row = model.row().orElse(null);
        String about = row == null
                ? texts.get("inspection.amend.whole")
                : row.slot().id() + " " + SubmittedWords.name(texts, row.slot());
        getChildren()
                .add(Parts.label(
                        texts.get(
                                panel == Panel.CORRECT
                                        ? "inspection.amend.correctTitle"
                                        : "inspection.amend.remarkTitle",
                                about),
                        "strong"));
        if (panel == Panel.CORRECT && row != null) {
            correction(row);
        }
        Button save =
                Parts.mainButton("amend-save", texts.get("inspection.amend.save"), MaterialDesignC.CHECK, this::save);
        Button cancel = Parts.button(
                "amend-cancel", texts.get("inspection.amend.cancel"), MaterialDesignC.CLOSE, model::closePanel);
        getChildren()
                .addAll(
                        Parts.row(12, reason, save, cancel),
                        Parts.wrapped(texts.get("inspection.amend.note"), "caption"));
        focus();
    }

    private void correction(Row row) {
        Reading now = row.now();
        String stands =
                now == null ? texts.get("inspection.amend.empty") : new ReadingWords(texts).brief(row.slot(), now);
        getChildren().add(Parts.wrapped(texts.get("inspection.amend.stands", stands)));
        if (CorrectionInput.offers(row.slot())) {
            CorrectionInput made = new CorrectionInput(row.slot(), texts);
            input = made;
            getChildren()
                    .add(Parts.row(
                            12,
                            made,
                            Parts.label(texts.get("inspection.amend.or"), "muted"),
                            notApplicable,
                            notInspected));
        } else {
            getChildren()
                    .addAll(
                            Parts.wrapped(texts.get("inspection.amend.remarkOnly"), "muted"),
                            Parts.row(12, notApplicable, notInspected));
        }
    }

    void focus() {
        if (input != null) {
            input.focus();
        } else {
            reason.requestFocus();
        }
    }

    private void save() {
        if (model.panelProperty().get() == Panel.REMARK) {
            model.remark(reason.getText());
            return;
        }
        if (notApplicable.isSelected() || notInspected.isSelected()) {
            Skip.Kind kind = notApplicable.isSelected() ? Skip.Kind.NOT_APPLICABLE : Skip.Kind.NOT_INSPECTED;
            model.correct(null, new Skip(kind, reason.getText().strip()), reason.getText());
            return;
        }
        CorrectionInput made = input;
        if (made == null) {
            return;
        }
        switch (made.typedValue()) {
            case CorrectionInput.Typed.Value typed -> model.correct(typed.value(), null, reason.getText());
            case CorrectionInput.Typed.Wrong wrong -> model.wrong(wrong.error());
        }
    }
}
