package xundang.model.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import xundang.model.battery.JarLimits;

/** The attributes of a battery string that its jar table is judged with; a template with a jar table declares them all. */
final class JarAttributes {
    private static final String COUNT = "jar_count";
    private static final String VOLTS = "jar_v";
    private static final String FLOAT_MIN = "float_v_cell_min";
    private static final String FLOAT_MAX = "float_v_cell_max";
    private static final String ALARM_LOW = "alarm_v_cell_low";
    private static final String ALARM_HIGH = "alarm_v_cell_high";

    /** All of them. */
    static final List<String> NAMES = List.of(COUNT, VOLTS, FLOAT_MIN, FLOAT_MAX, ALARM_LOW, ALARM_HIGH);

    private JarAttributes() {}

    /**
     * What is known. A table can be judged in part, so an attribute that is missing is no obstacle to the rest; the rules that need it leave
     * their jars unjudged.
     */
    static SlotLimits limits(LimitSource own, KnownAttributes attributes) {
        JarLimits jars = new JarLimits(
                whole(attributes, COUNT).orElse(null),
                whole(attributes, VOLTS).map(volts -> volts / 2).orElse(null),
                number(attributes, FLOAT_MIN),
                number(attributes, FLOAT_MAX),
                number(attributes, ALARM_LOW),
                number(attributes, ALARM_HIGH),
                attributes.jarBaselines());
        Set<String> used = new TreeSet<>(NAMES);
        used.removeIf(name -> attributes.value(name).isEmpty());
        String source = LimitSource.said(attributes.source(own, used), attributes.source(own, used));
        return new SlotLimits(null, null, List.of(), List.of(), List.of(), jars, source, null);
    }

    private static Optional<Integer> whole(Attributes attributes, String name) {
        return attributes
                .value(name)
                .filter(text -> text.matches("[1-9][0-9]{0,2}"))
                .map(Integer::parseInt);
    }

    private static @Nullable BigDecimal number(Attributes attributes, String name) {
        return attributes
                .value(name)
                .filter(text -> Expression.NUMBER.matcher(text).matches())
                .map(BigDecimal::new)
                .orElse(null);
    }
}
