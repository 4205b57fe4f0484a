package xundang.model.template;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known about the inspected object, blank values left out, with the template's defaults behind it, and where each value comes from. */
record KnownAttributes(Attributes given, InspectionTemplate template) implements Attributes {
    /** The value, stripped; empty when nobody has filled it in and the template has no default. */
    @Override
    public Optional<String> value(String name) {
        return disputed(name) ? Optional.empty() : filled(name).or(() -> template.fallback(name));
    }

    @Override
    public boolean disputed(String name) {
        return given.disputed(name);
    }

    /** The value without the template's defaults. */
    Optional<String> filled(String name) {
        return given.value(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The limit's own source together with those of the values that it was worked out with. */
    LimitSource source(LimitSource own, Set<String> used) {
        // A limit that is nothing but the object's own data is, while a default stands in, the default's.
        LimitSource all = own.equals(LimitSource.MODEL) && !used.isEmpty() ? LimitSource.NOTHING : own;
        for (String name : used) {
            if (Attributes.isItem(name)) {
                // Another answer of the same form says nothing about where the limit comes from.
                continue;
            }
            all = all.and(filled(name).isPresent() ? LimitSource.MODEL : template.fallbackSource(name));
        }
        return all;
    }

    /** The attributes with the names that people know. */
    SlotLimits.Obstacle obstacle(SlotLimits.Obstacle.Kind kind, Set<String> names) {
        return new SlotLimits.Obstacle(
                kind,
                names.stream()
                        .map(name -> new SlotLimits.Named(name, label(name)))
                        .toList());
    }

    private Label label(String name) {
        return Attributes.isItem(name)
                ? template.item(SlotId.parse(name).item()).label()
                : template.attribute(name).definition().label();
    }

    @Override
    public Map<Integer, BigDecimal> jarBaselines() {
        return given.jarBaselines();
    }
}
