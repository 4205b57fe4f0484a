package xundang.model.template;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;

/**
 * What is known about the inspected object, by attribute name without prefix, e.g. {@code phases} or {@code v_in_nom}. Whoever fills in
 * the form decides where the values come from; the order is: the asset, answers observed on site, the site.
 */
@FunctionalInterface
public interface Attributes {
    /** The attribute's value as text; empty when nobody has filled it in. */
    Optional<String> value(String name);

    /**
     * Whether several objects give the attribute and do not agree, e.g. two battery strings of one host. Then it has no value here, and
     * none may stand in for it.
     */
    default boolean disputed(String name) {
        return false;
    }

    /**
     * Ohmic baseline of each battery position: the jar's own reading about six months after commissioning, taken with the same meter and in
     * the unit of the string. A position without one is absent.
     */
    default Map<Integer, BigDecimal> jarBaselines() {
        return Map.of();
    }

    /**
     * What the form's own answers say, under the names of their slots ({@code V02.all}), for conditions and limits that depend on another
     * item.
     */
    static Attributes ofAnswers(Map<SlotId, Reading> readings) {
        Map<SlotId, ReadingValue> values = new HashMap<>();
        readings.forEach((slot, reading) -> {
            if (reading.value() != null) {
                values.put(slot, reading.value());
            }
        });
        return AnswerText.attributes(values);
    }

    /** Whether the name is that of an item; those begin with a capital, attributes never do. */
    static boolean isItem(String name) {
        return Character.isUpperCase(name.charAt(0));
    }

    /** This, and {@code other} where this has no value. */
    default Attributes orElse(Attributes other) {
        Attributes first = this;
        return new Attributes() {
            @Override
            public Optional<String> value(String name) {
                return first.disputed(name)
                        ? Optional.empty()
                        : first.value(name).or(() -> other.value(name));
            }

            @Override
            public boolean disputed(String name) {
                return first.disputed(name) || (first.value(name).isEmpty() && other.disputed(name));
            }

            @Override
            public Map<Integer, BigDecimal> jarBaselines() {
                return first.jarBaselines().isEmpty() ? other.jarBaselines() : first.jarBaselines();
            }
        };
    }
}
