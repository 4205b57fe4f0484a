package xundang.desktop.inspection.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
import xundang.model.template.SlotId;

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
    private final Label left = Parts.wrapped("", "muted");
    private final QuestionCard questions;
    private final UpgradeCard upgrade;
    private final VBox asked = new VBox(12);
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
        left.setId("form-left");
        questions = new QuestionCard(form, texts, back);
        upgrade = new UpgradeCard(form, texts);
        supplements = new SupplementCard(form, texts, back);
        chips.setPrefWrapLength(948);
        HBox.setHgrow(chips, Priority.ALWAYS);
        asked.getChildren().addAll(upgrade, questions, left, supplements);
        getChildren().addAll(Parts.row(16, count, bar, chips), gapsPanel, asked);
        showGaps(null);
        show(null);
    }

    /** Whether what is asked before the form keeps its place; a table in a row needs the room on a small screen. */
    void showAsked(boolean shown) {
        Parts.shown(asked, shown);
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
            questions.show(List.of());
            upgrade.show(null);
            Parts.shown(left, false);
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
        questions.show(draft.questions());
        upgrade.show(draft.upgrade());
        showLeft(draft);
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

    private void showLeft(Draft draft) {
        Parts.shown(left, !draft.left().isEmpty());
        String items = draft.left().keySet().stream()
                .map(SlotId::toString)
                .collect(Collectors.joining(texts.get("inspection.list.separator")));
        left.setText(texts.get("inspection.form.left", draft.left().size(), items));
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

    /** What the form asks for at its start. */
    QuestionCard questions() {
        return questions;
    }

    /** The folded card with what the ledger lacks. */
    SupplementCard supplements() {
        return supplements;
    }
}
