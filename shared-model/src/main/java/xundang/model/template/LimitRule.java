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
    SlotLimits forAsset(KnownAttributes attributes);

    /** Limits of a number. */
    record OfNumber(
            LimitSource normalSource,
            LimitSource warnSource,
            Bounds normal,
            @Nullable Bounds warn) implements LimitRule {
        @Override
        public SlotLimits forAsset(KnownAttributes attributes) {
            Optional<SlotLimits.Obstacle> obstacle = normal.obstacle(attributes)
                    .or(() -> Optional.ofNullable(warn).flatMap(bounds -> bounds.obstacle(attributes)));
            LimitSource source = normal.source(normalSource, attributes);
            String said = LimitSource.said(source, warn == null ? source : warn.source(warnSource, attributes));
            return obstacle.map(it -> new SlotLimits(null, null, List.of(), List.of(), said, it))
                    .orElseGet(() -> new SlotLimits(
                            normal.range(attributes),
                            warn == null ? null : warn.range(attributes),
                            List.of(),
                            List.of(),
                            said));
        }
    }

    /** Limits of something chosen; the first case that holds for the asset stands in for the plain ones. */
    record OfOptions(String source, List<String> normal, List<String> warn, List<Case> cases) implements LimitRule {
        @Override
        public SlotLimits forAsset(KnownAttributes attributes) {
            return cases.stream()
                    .filter(it -> it.when().holds(attributes).orElse(false))
                    .findFirst()
                    .map(it -> new SlotLimits(null, null, it.normal(), it.warn(), source))
                    .orElseGet(() -> new SlotLimits(null, null, normal, warn, source));
        }
    }

    /** Other limits for assets that the condition fits. */
    record Case(Condition when, List<String> normal, List<String> warn) {}

    /** A range whose ends depend on the asset; an absent end is open. */
    record Bounds(@Nullable Expression low, @Nullable Expression high) {
        /** The range; only where there is no obstacle. */
        Range range(Attributes attributes) {
            Set<String> missing = new TreeSet<>();
            return new Range(end(low, attributes, missing), end(high, attributes, missing));
        }

        /** What keeps the range from being worked out, if anything. */
        Optional<SlotLimits.Obstacle> obstacle(KnownAttributes attributes) {
            Set<String> missing = new TreeSet<>();
            BigDecimal lowEnd = end(low, attributes, missing);
            BigDecimal highEnd = end(high, attributes, missing);
            Set<String> disputed = new TreeSet<>(missing);
            disputed.removeIf(name -> !attributes.disputed(name));
            if (!disputed.isEmpty()) {
                return Optional.of(attributes.obstacle(SlotLimits.Obstacle.Kind.DISPUTED, disputed));
            }
            if (!missing.isEmpty()) {
                return Optional.of(attributes.obstacle(SlotLimits.Obstacle.Kind.MISSING, missing));
            }
            boolean inverted = lowEnd != null && highEnd != null && lowEnd.compareTo(highEnd) > 0;
            return inverted
                    ? Optional.of(attributes.obstacle(SlotLimits.Obstacle.Kind.CONTRADICTING, used(attributes)))
                    : Optional.empty();
        }

        /** The bounds' own source and those of the values that they use. */
        LimitSource source(LimitSource own, KnownAttributes attributes) {
            return attributes.source(own, used(attributes));
        }

        private Set<String> used(Attributes attributes) {
            Set<String> names = new TreeSet<>();
            Optional.ofNullable(low).ifPresent(expression -> expression.collectUsed(attributes, names));
            Optional.ofNullable(high).ifPresent(expression -> expression.collectUsed(attributes, names));
            return names;
        }

        private static @Nullable BigDecimal end(
                @Nullable Expression expression, Attributes attributes, Set<String> missing) {
            return expression == null
                    ? null
                    : expression.value(attributes, missing).map(Ratio::decimal).orElse(null);
        }
    }
}
