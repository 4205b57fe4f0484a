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

    /** Names of the attributes that the limits are worked out with. */
    Set<String> attributes();

    /** Limits of a number; the first case that holds for the asset stands in for the plain ones. */
    record OfNumber(Ranges plain, List<NumberCase> cases) implements LimitRule {
        @Override
        public SlotLimits forAsset(KnownAttributes attributes) {
            return cases.stream()
                    .filter(it -> it.when().holds(attributes).orElse(false))
                    .findFirst()
                    .map(NumberCase::ranges)
                    .orElse(plain)
                    .forAsset(attributes);
        }

        @Override
        public Set<String> attributes() {
            Set<String> names = plain.attributes();
            cases.forEach(it -> names.addAll(it.ranges().attributes()));
            return names;
        }
    }

    /** Other ranges for assets that the condition fits. */
    record NumberCase(Condition when, Ranges ranges) {}

    /** A normal and a warning range with their sources. */
    record Ranges(
            LimitSource normalSource,
            LimitSource warnSource,
            Bounds normal,
            @Nullable Bounds warn) {
        Set<String> attributes() {
            Set<String> names = new TreeSet<>(normal.names());
            Optional.ofNullable(warn).ifPresent(bounds -> names.addAll(bounds.names()));
            return names;
        }

        SlotLimits forAsset(KnownAttributes attributes) {
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
    record OfOptions(String source, List<String> normal, List<String> warn, List<String> unjudged, List<Case> cases)
            implements LimitRule {
        @Override
        public SlotLimits forAsset(KnownAttributes attributes) {
            return cases.stream()
                    .filter(it -> it.when().holds(attributes).orElse(false))
                    .findFirst()
                    .map(it -> limits(it.normal(), it.warn()))
                    .orElseGet(() -> limits(normal, warn));
        }

        @Override
        public Set<String> attributes() {
            return Set.of();
        }

        private SlotLimits limits(List<String> normalCodes, List<String> warnCodes) {
            return new SlotLimits(null, null, normalCodes, warnCodes, unjudged, null, source, null);
        }
    }

    /** Other limits for assets that the condition fits. */
    record Case(Condition when, List<String> normal, List<String> warn) {}

    /** The jar table: rules J1 to J4 with what is known of the battery string. */
    record OfJars(LimitSource source) implements LimitRule {
        @Override
        public SlotLimits forAsset(KnownAttributes attributes) {
            return JarAttributes.limits(source, attributes);
        }

        @Override
        public Set<String> attributes() {
            return new TreeSet<>(JarAttributes.NAMES);
        }
    }

    /** A range whose ends depend on the asset; an absent end is open. */
    record Bounds(@Nullable Expression low, @Nullable Expression high, boolean lowOutside, boolean highOutside) {
        /** The range; only where there is no obstacle. */
        Range range(Attributes attributes) {
            Set<String> missing = new TreeSet<>();
            return new Range(end(low, attributes, missing), end(high, attributes, missing), lowOutside, highOutside);
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

        Set<String> names() {
            Set<String> names = new TreeSet<>();
            Optional.ofNullable(low).ifPresent(expression -> expression.collectNames(names));
            Optional.ofNullable(high).ifPresent(expression -> expression.collectNames(names));
            return names;
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
