package xundang.desktop.inspection.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.Draft;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;
import xundang.model.template.FormPlan;

/** Above the rows: the object and the form, the progress strip, what the last submission lacked, and what the ledger does not know yet. */
final class FormHeader extends VBox {
    private final FormViewModel form;
    private final UiTexts texts;
    private final Consumer<RowViewModel> goTo;
    private final Label title = Parts.label("", "page-title");
    private final Label subtitle = Parts.label("", "muted");
    private final Label count = Parts.label("", "strong", "figures");
    private final ProgressBar bar = new ProgressBar(0);
    private final FlowPane chips = new FlowPane(8, 8);
    private final Label gaps = Parts.wrapped("", "strong");
    private final VBox gapsPanel = Parts.column(0, gaps);
    private final VBox asked = Parts.column(12);
    private final SupplementCard supplements;

    /**
     * @param goTo shows a row of the section that was clicked
     * @param back gives the cursor back to the active row
     */
    FormHeader(FormViewModel form, UiTexts texts, Consumer<RowViewModel> goTo, Runnable back) {
        super(12);
        this.form = form;
        this.texts = texts;
        this.goTo = goTo;
        count.setId("form-progress");
        count.setMinWidth(USE_PREF_SIZE);
        bar.getStyleClass().add("form-progress-bar");
        gapsPanel.setId("form-gaps");
        gapsPanel.getStyleClass().addAll("notice-panel", "warning");
        asked.setId("form-asked");
        asked.getStyleClass().add("notice-panel");
        supplements = new SupplementCard(form, texts, back);
        chips.setPrefWrapLength(948);
        HBox.setHgrow(chips, Priority.ALWAYS);
        getChildren().addAll(Parts.row(16, count, bar, chips), gapsPanel, asked, supplements);
        showGaps(null);
        show(null);
    }

    HBox titleLine(Button submit) {
        return Parts.row(
                12,
                Parts.column(0, title, subtitle),
                Parts.spring(),
                Parts.label(texts.get("inspection.form.submitKey"), "caption"),
                submit);
    }

    /** Shows how far the draft is. */
    void show(@Nullable Draft draft) {
        if (draft == null) {
            Parts.shown(asked, false);
            return;
        }
        title.setText(draft.asset().assetNo() + "\u2002" + draft.asset().name());
        subtitle.setText(String.join(
                " · ",
                texts.of(draft.form().title()),
                draft.asset().place(),
                texts.get("inspection.form.begun", texts.times().full(texts.language(), draft.startedAt()))));
        FormProgress progress = form.progress();
        count.setText(
                progress.abnormal() == 0
                        ? texts.get("inspection.form.progress", progress.answered(), progress.total())
                        : texts.get(
                                "inspection.form.progressAbnormal",
                                progress.answered(),
                                progress.total(),
                                progress.abnormal()));
        bar.setProgress(progress.part());
        chips.getChildren().setAll(chips(draft.form()));
        showAsked(draft.form().asked());
    }

    private List<Button> chips(FormPlan plan) {
        List<Button> buttons = new ArrayList<>();
        for (FormPlan.Section section : plan.sections()) {
            List<RowViewModel> rows = form.rows(section);
            FormProgress part = FormProgress.of(rows);
            Button chip = new Button(
                    texts.get("inspection.form.section", texts.of(section.title()), part.answered(), part.total()));
            chip.getStyleClass().add("section-chip");
            if (part.abnormal() > 0) {
                chip.getStyleClass().add("danger-chip");
            } else if (part.answered() == part.total()) {
                chip.getStyleClass().add("done-chip");
            }
            chip.setFocusTraversable(false);
            chip.setOnAction(ignored -> rows.stream().findFirst().ifPresent(row -> {
                form.activate(row);
                goTo.accept(row);
            }));
            buttons.add(chip);
        }
        return buttons;
    }

    private void showAsked(List<FormPlan.AskedAttribute> attributes) {
        Parts.shown(asked, !attributes.isEmpty());
        asked.getChildren().setAll(Parts.wrapped(texts.get("inspection.asked.lead"), "strong"));
        FlowPane questions = new FlowPane(32, 12);
        for (FormPlan.AskedAttribute attribute : attributes) {
            HBox question = Parts.row(8, Parts.label(texts.of(attribute.label())));
            for (String option : attribute.options()) {
                String key = "inspection.asked." + attribute.attribute() + "." + option;
                Button button = new Button(texts.find(key).orElse(option));
                button.setId("form-asked-" + attribute.attribute() + "-" + option);
                button.setFocusTraversable(false);
                button.setOnAction(ignored -> form.observe(attribute.attribute(), option));
                question.getChildren().add(button);
            }
            questions.getChildren().add(question);
        }
        asked.getChildren().add(questions);
    }

    /** Says how many rows the last submission lacked. */
    void showGaps(@Nullable Gaps lacking) {
        Parts.shown(gapsPanel, lacking != null);
        if (lacking != null) {
            List<String> parts = new ArrayList<>();
            part(parts, "inspection.gaps.unanswered", lacking.unanswered());
            part(parts, "inspection.gaps.photos", lacking.withoutPhoto());
            part(parts, "inspection.gaps.notes", lacking.withoutNote());
            gaps.setText(texts.get("inspection.gaps.lead", String.join(texts.get("inspection.list.separator"), parts)));
        }
    }

    private void part(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(texts.get(key, count));
        }
    }

    /** The folded card with what the ledger lacks. */
    SupplementCard supplements() {
        return supplements;
    }
}
