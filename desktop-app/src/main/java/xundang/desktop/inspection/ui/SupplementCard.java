package xundang.desktop.inspection.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.Parts;

/**
 * What the ledger lacks, folded into one line, because the form can be filled in without it. L opens it with the cursor in the first field;
 * Enter keeps a value and goes on, Esc folds it again.
 */
final class SupplementCard extends TitledPane {
    private static final double FIELD_WIDTH = 112;

    private final FormViewModel form;
    private final UiTexts texts;
    private final Runnable back;
    private final FlowPane questions = new FlowPane(24, 12);
    private final ErrorPanel error;
    private final List<TextField> fields = new ArrayList<>();
    private final List<SupplementViewModel> shown = new ArrayList<>();
    private Subscription listening = Subscription.EMPTY;

    /**
     * @param back gives the cursor back to the form
     */
    SupplementCard(FormViewModel form, UiTexts texts, Runnable back) {
        this.form = form;
        this.texts = texts;
        this.back = back;
        error = new ErrorPanel(texts);
        setId("form-supplements");
        setExpanded(false);
        setAnimated(false);
        setFocusTraversable(false);
        VBox content =
                Parts.column(12, Parts.wrapped(texts.get("inspection.supplement.lead"), "muted"), questions, error);
        setContent(content);
        show(List.of());
    }

    /** Shows other questions. */
    void show(List<SupplementViewModel> supplements) {
        listening.unsubscribe();
        listening = Subscription.EMPTY;
        shown.clear();
        shown.addAll(supplements);
        fields.clear();
        questions.getChildren().clear();
        supplements.forEach(supplement -> questions.getChildren().add(question(supplement)));
        Parts.shown(this, !supplements.isEmpty());
        if (supplements.isEmpty()) {
            setExpanded(false);
        }
        showTitle();
        showError();
    }

    private VBox question(SupplementViewModel supplement) {
        TextField field = new TextField();
        field.setId("form-supplement-" + supplement.attribute());
        field.getStyleClass().addAll("number-field", RowPanel.OWN_KEYS);
        field.setPrefWidth(FIELD_WIDTH);
        field.setMaxWidth(FIELD_WIDTH);
        field.setAccessibleText(texts.of(supplement.definition().label()));
        field.textProperty().bindBidirectional(supplement.textProperty());
        field.setOnAction(ignored -> {
            if (form.supply(supplement)) {
                after(field);
            }
        });
        field.focusedProperty().subscribe(focused -> {
            if (!focused && form.draftProperty().get() != null) {
                form.supply(supplement);
            }
        });
        fields.add(field);
        listening = listening
                .and(supplement.suppliedProperty().subscribe(ignored -> showTitle()))
                .and(supplement.errorProperty().subscribe(ignored -> showError()));
        String unit = supplement.definition().unit();
        HBox input = Parts.row(8, field, Parts.label(unit == null ? "" : unit, "muted"));
        input.setAlignment(Pos.CENTER_LEFT);
        String items = String.join(" ", supplement.wanted().items());
        String below = supplement.range().isEmpty() ? items : supplement.range() + " · " + items;
        Label name = Parts.label(texts.of(supplement.definition().label()));
        return Parts.column(4, name, input, Parts.label(below, "caption", "figures"));
    }

    private void after(TextField field) {
        int next = fields.indexOf(field) + 1;
        if (next < fields.size()) {
            fields.get(next).requestFocus();
        } else {
            fold();
        }
    }

    private void showTitle() {
        List<SupplementViewModel> open =
                shown.stream().filter(it -> !it.suppliedProperty().get()).toList();
        String items = open.stream()
                .flatMap(it -> it.wanted().items().stream())
                .distinct()
                .collect(Collectors.joining(texts.get("inspection.list.separator")));
        setText(
                open.isEmpty()
                        ? texts.get("inspection.supplement.done", shown.size())
                        : texts.get("inspection.supplement.open", open.size(), items));
    }

    private void showError() {
        PersonError first = null;
        for (SupplementViewModel supplement : shown) {
            PersonError wrong = supplement.errorProperty().get();
            if (first == null && wrong != null) {
                first = wrong;
            }
        }
        error.show(first);
        if (first != null) {
            setExpanded(true);
        }
    }

    /** L: unfolds with the cursor in the first open field. */
    void unfold() {
        if (shown.isEmpty()) {
            return;
        }
        setExpanded(true);
        applyCss();
        layout();
        int first = 0;
        for (int index = shown.size() - 1; index >= 0; index--) {
            if (!shown.get(index).suppliedProperty().get()) {
                first = index;
            }
        }
        fields.get(first).requestFocus();
    }

    /** Esc, or Enter in the last field: what is typed and not kept is given up; false if it was folded already. */
    boolean fold() {
        if (!isExpanded()) {
            return false;
        }
        shown.forEach(SupplementViewModel::discard);
        setExpanded(false);
        back.run();
        return true;
    }
}
