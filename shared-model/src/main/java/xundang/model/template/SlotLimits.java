package xundang.model.template;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xundang.model.battery.JarLimits;

/**
 * A slot's limits, worked out for one asset.
 *
 * @param normal normal range of a number; absent for other kinds or when nothing can be judged
 * @param warn warning range of a number; values inside normal are normal whatever this says
 * @param normalOptions option codes (or {@code yes}/{@code no}) that are normal; empty for numbers
 * @param warnOptions option codes that are a warning
 * @param source where the limits come from, the values that they were worked out with included: tags of the domain specification joined by
 *     {@code +}, such as {@code 002}, {@code E10} or {@code P+model}; {@code P} (practice) and {@code D} (product's proposal) are never
 *     printed as a standard's; {@code model} is the object's own data; after a slash the warning range's source where it differs, e.g.
 *     {@code E1/P}
 * @param unjudgedOptions option codes that say that it could not be told, such as 无法核实
 * @param jars what the jar table is judged with; absent for other kinds
 * @param obstacle why nothing can be judged; absent when it can
 */
public record SlotLimits(
        @Nullable Range normal,
        @Nullable Range warn,
        List<String> normalOptions,
        List<String> warnOptions,
        List<String> unjudgedOptions,
        @Nullable JarLimits jars,
        String source,
        @Nullable Obstacle obstacle) {

    /** Why a limit cannot be worked out. No limit is guessed. */
    public record Obstacle(Kind kind, List<Named> attributes) {
        /** What is the matter with the attributes. */
        public enum Kind {
            /** 台账缺少: nobody has filled them in. */
            MISSING,
            /** 互相矛盾: with these values the lower end lies above the upper one. */
            CONTRADICTING,
            /** 有多组电池，数值不一致: several objects give them and do not agree. */
            DISPUTED
        }
    }

    /** An attribute with the name that people know. */
    public record Named(String attribute, Label label) {}

    /** Limits of a row that can be judged. */
    public SlotLimits(
            @Nullable Range normal,
            @Nullable Range warn,
            List<String> normalOptions,
            List<String> warnOptions,
            String source) {
        this(normal, warn, normalOptions, warnOptions, source, null);
    }

    /** Limits of a row that is neither a choice with options that cannot be told nor a jar table. */
    public SlotLimits(
            @Nullable Range normal,
            @Nullable Range warn,
            List<String> normalOptions,
            List<String> warnOptions,
            String source,
            @Nullable Obstacle obstacle) {
        this(normal, warn, normalOptions, warnOptions, List.of(), null, source, obstacle);
    }

    /** Attributes that nobody has filled in, by name; empty when nothing is missing. */
    public List<String> missingAttributes() {
        return obstacle == null || obstacle.kind() != Obstacle.Kind.MISSING
                ? List.of()
                : obstacle.attributes().stream().map(Named::attribute).toList();
    }
}
