package xundang.model.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An item's limits as the template states them, for any asset; {@link #forAsset} works them out for one. */
sealed interface LimitRule {
    /** Works the limits out. What lacks an attribute has no limits at all: none is guessed. */
    SlotLimits forAsset(Attributes attributes);

    /** Limits of a number. */
    record OfNumber(String source, Bounds normal, @Nullable Bounds warn) implements LimitRule {
        @Override
        public SlotLimits forAsset(Attributes attributes) {
            Set<String> missing = new TreeSet<>();
            Range normalRange = normal.range(attributes, missing);
            Range warnRange = warn == null ? null : warn.range(attributes, missing);
            return missing.isEmpty()
                    ? new SlotLimits(normalRange, warnRange, List.of(), List.of(), source, List.of())
                    : new SlotLimits(null, null, List.of(), List.of(), source, List.copyOf(missing));
        }
    }

    /** Limits of something chosen; the first case that holds for the asset stands in for the plain ones. */
    record OfOptions(String source, List<String> normal, List<String> warn, List<Case> cases) implements LimitRule {
        @Override
        public SlotLimits forAsset(Attributes attributes) {
            return cases.stream()
                    .filter(it -> it.when().holds(attributes).orElse(false))
                    .findFirst()
                    .map(it -> new SlotLimits(null, null, it.normal(), it.warn(), source, List.of()))
                    .orElseGet(() -> new SlotLimits(null, null, normal, warn, source, List.of()));
        }
    }

    /** Other limits for assets that the condition fits. */
    record Case(Condition when, List<String> normal, List<String> warn) {}

    /** A range whose ends depend on the asset; an absent end is open. */
    record Bounds(@Nullable Expression low, @Nullable Expression high) {
        /** The range; what is missing is added to {@code missing}, and then the range means nothing. */
        Range range(Attributes attributes, Set<String> missing) {
            BigDecimal lowEnd = end(low, attributes, missing);
            BigDecimal highEnd = end(high, attributes, missing);
            if (lowEnd != null && highEnd != null && lowEnd.compareTo(highEnd) > 0) {
                // The file was checked, so the asset's own values contradict each other: nothing can be judged with
                // them.
                collectNames(missing);
            }
            return new Range(lowEnd, highEnd);
        }

        void collectNames(Set<String> names) {
            Optional.ofNullable(low).ifPresent(expression -> expression.collectNames(names));
            Optional.ofNullable(high).ifPresent(expression -> expression.collectNames(names));
        }

        private static @Nullable BigDecimal end(
                @Nullable Expression expression, Attributes attributes, Set<String> missing) {
            return expression == null
                    ? null
                    : expression.value(attributes, missing).map(Ratio::decimal).orElse(null);
        }
    }
}
