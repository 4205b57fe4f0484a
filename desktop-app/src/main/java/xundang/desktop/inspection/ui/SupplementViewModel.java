package xundang.desktop.inspection.ui;

import java.math.BigDecimal;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.errors.PersonError;
import xundang.model.asset.AttributeDef;
import xundang.model.template.FormPlan;
import xundang.model.template.NumberInput;

/** One value from the nameplate that the ledger lacks: what is typed, and what the store holds. It may stay empty. Interface's thread. */
public final class SupplementViewModel {
    private final FormPlan.WantedAttribute wanted;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper supplied = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();
    private String committed = "";

    SupplementViewModel(FormPlan.WantedAttribute wanted) {
        this.wanted = wanted;
        text.subscribe(ignored -> error.set(null));
    }

    /** The attribute with its range, and the items that wait for it. */
    public FormPlan.WantedAttribute wanted() {
        return wanted;
    }

    public AttributeDef definition() {
        return wanted.definition();
    }

    public String attribute() {
        return wanted.definition().name();
    }

    public StringProperty textProperty() {
        return text;
    }

    /** True once the store holds a value. */
    public ReadOnlyBooleanProperty suppliedProperty() {
        return supplied.getReadOnlyProperty();
    }

    /** What is wrong with the typed text, if anything. */
    public ReadOnlyObjectProperty<@Nullable PersonError> errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** What the ledger could hold, e.g. {@code 1–400} or {@code 2 / 6 / 12}; empty when anything goes. */
    public String range() {
        AttributeDef definition = wanted.definition();
        if (!definition.options().isEmpty()) {
            return String.join(
                    " / ",
                    definition.options().stream().map(AttributeDef.Option::code).toList());
        }
        BigDecimal min = definition.min();
        BigDecimal max = definition.max();
        if (min != null && max != null) {
            return LimitWords.plain(min) + "–" + LimitWords.plain(max);
        }
        if (min != null) {
            return (Boolean.TRUE.equals(definition.minExclusive()) ? "> " : "≥ ") + LimitWords.plain(min);
        }
        return max == null ? "" : "≤ " + LimitWords.plain(max);
    }

    boolean isDirty() {
        return !text.get().strip().equals(committed);
    }

    String committed() {
        return committed;
    }

    /** What is typed, as the store takes it; blank takes the value back. Empty, with an error, if the ledger could not hold it. */
    Optional<String> read() {
        String typed = text.get().strip();
        String value = NumberInput.parse(typed) instanceof NumberInput.Parsed number
                ? number.number().toPlainString()
                : typed;
        if (value.isEmpty() || wanted.definition().checkText(value).isEmpty()) {
            return Optional.of(value);
        }
        error.set(PersonError.of("E-FORM-105", "inspection.error.supplement", shownRange()));
        return Optional.empty();
    }

    private String shownRange() {
        String unit = wanted.definition().unit();
        return range() + (unit == null ? "" : "\u2009" + unit);
    }

    /** This went to the store. */
    void sent() {
        committed = text.get().strip();
        error.set(null);
    }

    /** The store refused: what was typed stays, and counts as not saved. */
    void failed(PersonError fault, String before) {
        committed = before;
        error.set(fault);
    }

    /** What is typed and not sent is given up. */
    void discard() {
        text.set(committed);
        error.set(null);
    }

    /** What the store holds now; a field in which typing goes on is left alone. */
    void apply(@Nullable String held) {
        supplied.set(held != null);
        if (!isDirty()) {
            committed = held == null ? "" : held;
            text.set(committed);
        }
    }
}
