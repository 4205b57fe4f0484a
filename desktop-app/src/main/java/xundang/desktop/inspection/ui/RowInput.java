package xundang.desktop.inspection.ui;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import xundang.desktop.inspection.EntryLimits;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;
import xundang.model.template.ItemKind;

/** The place of a row where something is entered: a field with the unit inside, or the options with their keys. */
final class RowInput extends StackPane {
    private static final double WIDTH = 288;
    private static final int DIGITS = 9;
    private static final String LETTERS = "ABCDEFGHIJKMORSUVWXYZ";

    private final FormViewModel form;
    private final RowViewModel row;
    private final UiTexts texts;
    private final List<ToggleButton> options = new ArrayList<>();
    private final Node target;
    private final Optional<WideEntry> wide;
    private @Nullable Node found;
    private Consumer<Boolean> whenActive = ignored -> {};

    RowInput(FormViewModel form, RowViewModel row, UiContext context) {
        this.form = form;
        this.row = row;
        texts = context.texts();
        wide = WideEntries.of(form, row, context);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        target = switch (row.kind()) {
            case NUMBER -> field("inspection.row.number");
            case TEXT -> field("inspection.row.text");
            case SIGNATURE -> field("inspection.row.signature");
            case YES_NO, CHOICE, MULTI_CHOICE -> choices();
            case PHOTO ->
                label(row.slot().item().photoPair() ? "inspection.row.photoPair" : "inspection.row.photoOnly");
            case COMPUTED -> computed();
            case TABLE, JAR_TABLE -> summary();
            case DATE -> field("inspection.row.date");
            case DATE_TIME -> field("inspection.row.dateTime");
            case ASSET -> reference();
        };
        target.setId("form-input-" + row.id());
        target.focusedProperty().subscribe(focused -> {
            if (focused) {
                form.activate(row);
            }
        });
        getChildren().add(target);
        wide.ifPresent(entry -> entry.node().getStyleClass().add(FormKeys.WIDE));
        if (row.kind() == ItemKind.SIGNATURE) {
            getChildren().setAll(signature());
        }
        if (row.kind() == ItemKind.TEXT) {
            getChildren()
                    .setAll(Parts.column(4, target, new EntryCounter(texts, row.textProperty(), EntryLimits.TEXT)));
        }
    }

    private TextField field(String promptKey) {
        TextField field = new TextField();
        field.setPromptText(texts.get(promptKey));
        field.textProperty().bindBidirectional(row.textProperty());
        field.getStyleClass().add(row.kind() == ItemKind.NUMBER ? "number-field" : "text-input");
        String unit = row.slot().item().unit();
        if (unit != null) {
            Label inside = Parts.label(unit, "muted", "unit");
            inside.setMouseTransparent(true);
            getChildren().add(inside);
            StackPane.setAlignment(inside, Pos.CENTER_LEFT);
            inside.setTranslateX(132);
            inside.setViewOrder(-1);
        }
        if (row.kind() == ItemKind.NUMBER) {
            field.setMaxWidth(176);
        }
        return field;
    }

    private Node signature() {
        SignaturePad pad = new SignaturePad(row.strokesProperty(), WIDTH);
        pad.setId("form-pad-" + row.id());
        Node clear = Parts.quietButton(
                "form-pad-clear-" + row.id(),
                texts.get("inspection.row.clearPad"),
                MaterialDesignE.ERASER,
                () -> row.strokesProperty().set(""));
        EntryCounter used = new EntryCounter(
                texts, "inspection.row.strokesCount", row.strokesProperty(), EntryLimits.STROKES, 1024);
        Region both = Parts.column(8, target, pad, used, clear);
        whenActive = mine -> {
            Parts.shown(pad, mine || !row.strokesProperty().get().isEmpty());
            Parts.shown(clear, mine);
        };
        return both;
    }

    private FlowPane choices() {
        FlowPane pane = new FlowPane(8, 8);
        pane.setFocusTraversable(true);
        pane.setPrefWrapLength(WIDTH);
        pane.setMaxHeight(USE_PREF_SIZE);
        pane.getStyleClass().add("choices");
        for (Choice choice : available()) {
            ToggleButton button = new ToggleButton(key(options.size()) + "\u2002" + choice.label());
            button.setId("form-option-" + row.id() + "-" + choice.code());
            button.setUserData(choice.code());
            button.setFocusTraversable(false);
            button.setOnAction(ignored -> {
                form.activate(row);
                form.choose(row, choice.code());
                showChosen();
            });
            options.add(button);
            pane.getChildren().add(button);
        }
        return pane;
    }

    /** An option as the person sees it. */
    private record Choice(String code, String label) {}

    private List<Choice> available() {
        if (row.kind() == ItemKind.YES_NO) {
            return List.of(
                    new Choice("yes", texts.get("inspection.answer.yes")),
                    new Choice("no", texts.get("inspection.answer.no")));
        }
        return row.slot().item().options().stream()
                .map(option -> new Choice(option.code(), texts.of(option.label())))
                .toList();
    }

    private Label label(String key) {
        Label label = Parts.label(texts.get(key), "muted");
        label.setFocusTraversable(true);
        return label;
    }

    private Label computed() {
        String unit = row.slot().item().unit();
        Label value = Parts.label("", "input-size", "strong", "figures");
        row.readingProperty()
                .subscribe(reading -> value.setText(ReadingWords.number(reading)
                        .map(number -> ReadingWords.figure(number) + (unit == null ? "" : "\u2009" + unit))
                        .orElseGet(() -> texts.get("inspection.row.computedLater"))));
        return value;
    }

    private TextField reference() {
        ReferenceEntry entry = new ReferenceEntry(form, row, texts);
        found = entry.list();
        return entry.field();
    }

    /** T: a day's field takes today, one with a time of day takes now. */
    void takeNow(Instant now) {
        OffsetDateTime here = now.atOffset(row.offset());
        row.textProperty()
                .set(row.kind() == ItemKind.DATE ? here.toLocalDate().toString() : RowText.moment(here, row.offset()));
    }

    /** What stands in the wide entry, in a few characters; the row is entered there. */
    private Label summary() {
        ReadingWords words = new ReadingWords(texts);
        Label said = Parts.label("", "input-size", "figures");
        row.readingProperty()
                .subscribe(reading -> said.setText(
                        reading == null || reading.value() == null
                                ? texts.get("inspection.row.tableBelow")
                                : words.brief(row.slot(), reading)));
        return said;
    }

    /** Where the answer is entered below the row, for rows that need the form's whole width. */
    Optional<Node> below() {
        return wide.map(WideEntry::node).or(() -> Optional.ofNullable(found));
    }

    /** What is being typed below the row goes to the store. */
    void settle() {
        wide.ifPresent(WideEntry::settle);
    }

    /** Marks the chosen options. */
    void showChosen() {
        Set<String> chosen = new HashSet<>(row.chosen());
        options.forEach(option -> option.setSelected(chosen.contains((String) option.getUserData())));
    }

    /** A digit or letter chooses the option at that place; false if there is none. */
    boolean chooseByKey(char typed) {
        int place = place(typed);
        if (place < 0 || place >= options.size()) {
            return false;
        }
        options.get(place).fire();
        return true;
    }

    /** Digits for the first nine; where there are more, letters go on, without those that are keys of the form. */
    private static String key(int place) {
        return place < DIGITS ? Integer.toString(place + 1) : String.valueOf(LETTERS.charAt(place - DIGITS));
    }

    private int place(char typed) {
        int digit = Character.digit(typed, 10);
        if (digit >= 0) {
            return digit - 1;
        }
        char letter = Character.toUpperCase(typed);
        // With nine options or fewer the letters count from the first, as the digits do.
        return options.size() > DIGITS
                ? (LETTERS.indexOf(letter) < 0 ? -1 : DIGITS + LETTERS.indexOf(letter))
                : LETTERS.indexOf(letter);
    }

    /** Shows what only the active row needs. */
    void setActive(boolean active) {
        whenActive.accept(active);
        wide.ifPresent(entry -> {
            if (active != entry.node().isVisible()) {
                Parts.shown(entry.node(), active);
                entry.setActive(active);
            }
        });
    }

    /** Makes do with the height that can be seen. */
    void fit(Region row, double visible) {
        wide.ifPresent(entry -> entry.fit(row, visible));
    }

    /** Takes the cursor. */
    void focus() {
        if (wide.isPresent()) {
            wide.get().focus();
            return;
        }
        if (!target.isFocused()) {
            target.requestFocus();
        }
        if (target instanceof TextField field) {
            field.selectAll();
        }
    }
}
