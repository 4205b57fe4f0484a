package xundang.desktop.inspection.ui.submitted;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import xundang.desktop.inspection.EntryLimits;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;
import xundang.model.inspection.ReadingValue;
import xundang.model.template.FormSlot;
import xundang.model.template.ItemKind;
import xundang.model.template.NumberInput;
import xundang.model.template.TemplateItem;

/** Takes the corrected answer of one row: a field with its unit, or the row's options. The old answer is never filled in. */
final class CorrectionInput extends VBox {
    private static final xundang.model.template.Label YES = new xundang.model.template.Label("是", "Yes");
    private static final xundang.model.template.Label NO = new xundang.model.template.Label("否", "No");

    private final FormSlot slot;
    private final UiTexts texts;
    private final TextField field = new TextField();
    private final List<ToggleButton> options = new ArrayList<>();

    /** What stands in it. */
    sealed interface Typed {
        record Value(ReadingValue value) implements Typed {}

        record Wrong(PersonError error) implements Typed {}
    }

    CorrectionInput(FormSlot slot, UiTexts texts) {
        super(4);
        this.slot = slot;
        this.texts = texts;
        getChildren().add(content());
    }

    /** Whether a whole new value can be typed for such a row; others are left out, or remarked on. */
    static boolean offers(FormSlot slot) {
        return switch (slot.item().kind()) {
            case YES_NO, CHOICE, MULTI_CHOICE, NUMBER, TEXT, DATE, DATE_TIME -> true;
            case PHOTO, SIGNATURE, ASSET, TABLE, JAR_TABLE, COMPUTED -> false;
        };
    }

    private Node content() {
        return switch (slot.item().kind()) {
            case YES_NO -> choices(List.of(new TemplateItem.Option("yes", YES), new TemplateItem.Option("no", NO)));
            case CHOICE, MULTI_CHOICE -> choices(slot.item().options());
            case NUMBER, TEXT, DATE, DATE_TIME -> typed();
            case PHOTO, SIGNATURE, ASSET, TABLE, JAR_TABLE, COMPUTED ->
                Parts.wrapped(texts.get("inspection.amend.remarkOnly"), "muted");
        };
    }

    private Node typed() {
        field.setId("amend-value");
        String unit = slot.item().unit();
        field.setPromptText(
                switch (slot.item().kind()) {
                    case DATE -> "2026-08-03";
                    case DATE_TIME -> "2026-08-03T14:05+08:00";
                    default -> texts.get("inspection.amend.newValue");
                });
        field.setMaxWidth(320);
        Label unitLabel = Parts.label(unit == null ? "" : unit, "muted");
        return Parts.row(8, field, unitLabel);
    }

    private Node choices(List<TemplateItem.Option> some) {
        FlowPane pane = new FlowPane(8, 8);
        for (TemplateItem.Option option : some) {
            ToggleButton button = new ToggleButton(texts.of(option.label()));
            button.setId("amend-option-" + option.code());
            button.setUserData(option.code());
            button.setOnAction(ignored -> only(button));
            options.add(button);
            pane.getChildren().add(button);
        }
        return pane;
    }

    private void only(ToggleButton chosen) {
        if (slot.item().kind() != ItemKind.MULTI_CHOICE) {
            options.stream().filter(option -> !option.equals(chosen)).forEach(option -> option.setSelected(false));
        }
    }

    void focus() {
        (options.isEmpty() ? field : options.getFirst()).requestFocus();
    }

    Typed typedValue() {
        return switch (slot.item().kind()) {
            case YES_NO ->
                chosen().isEmpty() ? nothing() : new Typed.Value(new ReadingValue.YesNo(chosen().contains("yes")));
            case CHOICE, MULTI_CHOICE ->
                chosen().isEmpty() ? nothing() : new Typed.Value(new ReadingValue.Choice(chosen()));
            case NUMBER ->
                switch (NumberInput.parse(field.getText())) {
                    case NumberInput.Parsed parsed -> new Typed.Value(new ReadingValue.Measured(parsed.number()));
                    case NumberInput.Blank ignored -> nothing();
                    case NumberInput.NotANumber ignored ->
                        new Typed.Wrong(PersonError.of("E-FORM-101", "inspection.error.notANumber"));
                    case NumberInput.Absurd ignored ->
                        new Typed.Wrong(PersonError.of("E-FORM-102", "inspection.error.tooManyDigits"));
                };
            case TEXT -> text(field.getText().strip());
            case DATE, DATE_TIME -> time(field.getText().strip());
            case PHOTO, SIGNATURE, ASSET, TABLE, JAR_TABLE, COMPUTED -> nothing();
        };
    }

    private Typed text(String typed) {
        return typed.isEmpty() || typed.length() > EntryLimits.TEXT
                ? nothing()
                : new Typed.Value(new ReadingValue.Written(typed));
    }

    private Typed time(String typed) {
        try {
            return new Typed.Value(
                    slot.item().kind() == ItemKind.DATE
                            ? new ReadingValue.Dated(LocalDate.parse(typed))
                            : new ReadingValue.Moment(OffsetDateTime.parse(typed)));
        } catch (DateTimeParseException notADate) {
            return nothing();
        }
    }

    private static Typed nothing() {
        return new Typed.Wrong(PersonError.of("E-FORM-156", "inspection.error.amendWrongValue"));
    }

    private List<String> chosen() {
        return options.stream()
                .filter(ToggleButton::isSelected)
                .map(option -> (String) option.getUserData())
                .toList();
    }
}
