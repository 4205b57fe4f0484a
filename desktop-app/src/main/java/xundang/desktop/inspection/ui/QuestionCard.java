package xundang.desktop.inspection.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import xundang.desktop.inspection.Draft;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;
import xundang.model.template.FormPlan;

/**
 * What the form asks for at its start, because its rows depend on it and the ledger does not say: is there a generator, is this the visit of
 * the half-yearly cleaning. Nothing is chosen beforehand. Digits choose, Enter goes on, Esc back to the rows.
 */
final class QuestionCard extends VBox {
    private final FormViewModel form;
    private final UiTexts texts;
    private final Runnable back;
    private final Label lead;
    /** All answers in one line, while nobody changes them. */
    private final Label summary = Parts.label("", "muted");

    private boolean unfolded;
    private final FlowPane lines = new FlowPane(32, 12);
    private List<Draft.Question> showing = List.of();

    /** @param back gives the cursor back to the active row */
    QuestionCard(FormViewModel form, UiTexts texts, Runnable back) {
        super(12);
        this.form = form;
        this.texts = texts;
        this.back = back;
        setId("form-asked");
        lead = Parts.wrapped(texts.get("inspection.asked.lead"), "strong");
        lines.setPrefWrapLength(948);
        summary.setId("form-answered");
        getChildren().setAll(lead, lines, summary);
        Parts.shown(this, false);
    }

    void show(List<Draft.Question> questions) {
        Parts.shown(this, !questions.isEmpty());
        if (questions.equals(showing)) {
            return;
        }
        boolean sameQuestions = asked(questions).equals(asked(showing));
        showing = List.copyOf(questions);
        if (!sameQuestions) {
            lines.getChildren().setAll(questions.stream().map(this::line).toList());
        }
        markChosen();
        fold();
    }

    /** Open questions are in sight; once all are answered they are one line, until Q opens them again. */
    private void fold() {
        boolean open = showing.stream().anyMatch(question -> question.answer() == null);
        boolean listed = open || unfolded || hasCursor();
        Parts.shown(lead, open);
        Parts.shown(lines, listed);
        Parts.shown(summary, !listed);
        String answers = showing.stream()
                .filter(question -> question.answer() != null)
                .map(question -> texts.of(question.asked().label()) + " "
                        + said(question.asked().attribute(), String.valueOf(question.answer())))
                .collect(Collectors.joining(" · "));
        summary.setText(texts.get("inspection.asked.answered", answers));
        getStyleClass().remove("notice-panel");
        if (open) {
            getStyleClass().add("notice-panel");
        }
    }

    private static List<FormPlan.AskedAttribute> asked(List<Draft.Question> questions) {
        return questions.stream().map(Draft.Question::asked).toList();
    }

    private void markChosen() {
        for (int place = 0; place < showing.size(); place++) {
            String answer = showing.get(place).answer();
            lines.getChildren().get(place).lookupAll(".toggle-button").forEach(node -> {
                if (node instanceof ToggleButton button) {
                    button.setSelected(button.getUserData().equals(answer));
                }
            });
        }
    }

    /** Whether the cursor is in one of the questions. */
    boolean hasCursor() {
        return focused() >= 0;
    }

    private int focused() {
        for (int place = 0; place < lines.getChildren().size(); place++) {
            if (lines.getChildren().get(place).isFocused()) {
                return place;
            }
        }
        return -1;
    }

    private HBox line(Draft.Question question) {
        String attribute = question.asked().attribute();
        HBox line = Parts.row(8, Parts.label(texts.of(question.asked().label())));
        line.setId("form-question-" + attribute);
        line.getStyleClass().addAll("question", "choices", RowPanel.OWN_KEYS);
        line.setFocusTraversable(true);
        List<ToggleButton> buttons = new ArrayList<>();
        for (String option : question.asked().options()) {
            ToggleButton button = new ToggleButton((buttons.size() + 1) + "\u2002" + said(attribute, option));
            button.setId("form-asked-" + attribute + "-" + option);
            button.setFocusTraversable(false);
            button.setUserData(option);
            button.setOnAction(ignored -> {
                markChosen();
                form.observe(attribute, option);
            });
            buttons.add(button);
        }
        line.getChildren().addAll(buttons);
        line.addEventHandler(KeyEvent.KEY_PRESSED, key -> pressed(key, line));
        line.addEventHandler(KeyEvent.KEY_TYPED, key -> {
            int digit = key.getCharacter().length() == 1
                    ? Character.digit(key.getCharacter().charAt(0), 10)
                    : -1;
            if (digit > 0 && digit <= buttons.size()) {
                buttons.get(digit - 1).fire();
                key.consume();
            }
        });
        return line;
    }

    private String said(String attribute, String option) {
        return texts.find("inspection.asked." + attribute + "." + option).orElseGet(() -> switch (option) {
            case "true" -> texts.get("inspection.answer.yes");
            case "false" -> texts.get("inspection.answer.no");
            default -> option;
        });
    }

    private void pressed(KeyEvent key, HBox line) {
        int place = lines.getChildren().indexOf(line);
        boolean forward = key.getCode() == KeyCode.DOWN || (key.getCode() == KeyCode.ENTER && !key.isShiftDown());
        boolean backward = key.getCode() == KeyCode.UP || (key.getCode() == KeyCode.ENTER && key.isShiftDown());
        if (forward && !key.isShortcutDown()) {
            if (place + 1 < lines.getChildren().size()) {
                lines.getChildren().get(place + 1).requestFocus();
            } else {
                goBack();
            }
            key.consume();
        } else if (backward) {
            lines.getChildren().get(Math.max(0, place - 1)).requestFocus();
            key.consume();
        }
    }

    /** The cursor goes to the first open question, or to the first. */
    void focus() {
        unfolded = true;
        fold();
        for (int place = 0; place < showing.size(); place++) {
            if (showing.get(place).answer() == null) {
                lines.getChildren().get(place).requestFocus();
                return;
            }
        }
        if (!showing.isEmpty()) {
            lines.getChildren().getFirst().requestFocus();
        }
    }

    /** Esc: back to the rows; false if the cursor is there already. */
    boolean leave() {
        if (focused() < 0) {
            return false;
        }
        goBack();
        return true;
    }

    private void goBack() {
        back.run();
        unfolded = false;
        fold();
    }
}
