package xundang.desktop.platform.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import xundang.desktop.platform.fx.TypedValue;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.value.FieldMeaning;
import xundang.model.asset.AttributeDef;
import xundang.model.asset.AttributeType;

/**
 * Edits one value in its place: a field with its unit, or the allowed answers with a digit each; what is wrong stands under it. It knows the
 * kind of value from the catalogue.
 */
public final class ValueEditor extends VBox {
    private static final double FIELD_WIDTH = 240;

    private final TypedValue typed;
    private final UiTexts texts;
    private final List<ToggleButton> options = new ArrayList<>();
    private final Node target;

    /** @param id of the input itself, for keys and tests */
    public ValueEditor(TypedValue typed, UiTexts texts, String id) {
        super(4);
        this.typed = typed;
        this.texts = texts;
        List<Answer> answers = answers();
        Label problem = Parts.wrapped("", "bad");
        problem.setId(id + "-problem");
        if (answers.isEmpty()) {
            TextField field = new TextField();
            field.textProperty().bindBidirectional(typed.textProperty());
            field.setPrefWidth(FIELD_WIDTH);
            field.setMaxWidth(FIELD_WIDTH);
            target = field;
            Label unit = Parts.label(typed.meaning().unit().orElse(""), "muted");
            getChildren().addAll(Parts.row(8, field, unit), problem);
        } else {
            target = choices(answers);
            getChildren().addAll(target, problem);
        }
        target.setId(id);
        typed.problemProperty().subscribe(wrong -> {
            problem.setText(wrong == null ? "" : wrong.in(texts.language().locale()));
            Parts.shown(problem, wrong != null);
        });
    }

    /** One allowed answer; the empty code takes the value away. */
    private record Answer(String code, String words) {}

    private List<Answer> answers() {
        FieldMeaning meaning = typed.meaning();
        AttributeDef def = meaning.def();
        List<Answer> answers = new ArrayList<>();
        if (meaning.type() == AttributeType.BOOLEAN) {
            answers.add(new Answer("true", texts.get("platform.value.yes")));
            answers.add(new Answer("false", texts.get("platform.value.no")));
        } else if (meaning.type() == AttributeType.ENUM && def != null) {
            def.options().forEach(option -> answers.add(new Answer(option.code(), texts.of(option.label()))));
        }
        if (!answers.isEmpty()) {
            answers.add(new Answer("", texts.get("platform.value.none")));
        }
        return answers;
    }

    private FlowPane choices(List<Answer> answers) {
        FlowPane pane = new FlowPane(8, 8);
        pane.setFocusTraversable(true);
        pane.getStyleClass().add("choices");
        for (Answer answer : answers) {
            ToggleButton button = new ToggleButton((options.size() + 1) + "\u2002" + answer.words());
            button.setUserData(answer.code());
            button.setFocusTraversable(false);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(ignored -> {
                typed.textProperty().set(answer.code());
                mark();
            });
            options.add(button);
            pane.getChildren().add(button);
        }
        pane.addEventHandler(KeyEvent.KEY_TYPED, key -> {
            int place = key.getCharacter().isEmpty()
                    ? -1
                    : Character.digit(key.getCharacter().charAt(0), 10) - 1;
            if (place >= 0 && place < options.size()) {
                options.get(place).fire();
                key.consume();
            }
        });
        typed.textProperty().subscribe((before, after) -> mark());
        mark();
        return pane;
    }

    private void mark() {
        options.forEach(option -> option.setSelected(
                Objects.equals(option.getUserData(), typed.textProperty().get())));
    }

    /** Takes the cursor, what is there selected. */
    public void focus() {
        target.requestFocus();
        if (target instanceof TextField field) {
            field.selectAll();
        }
    }
}
