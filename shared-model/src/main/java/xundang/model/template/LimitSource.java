package xundang.model.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where one range comes from: tags in the order of saying them. A value of the object itself ({@code model}) is said last, because
 * whatever else went into the range must not hide behind it.
 */
record LimitSource(List<String> tags) {
    /** The object's own data. */
    static final LimitSource MODEL = new LimitSource(List.of("model"));

    /** Says nothing yet; only for adding to. */
    static final LimitSource NOTHING = new LimitSource(List.of());

    private static final String PARTS = "/";
    private static final String TOGETHER = "+";

    /** The normal range's source as the template writes it: what stands before the slash of {@code E10/P}. */
    static LimitSource ofNormal(String source) {
        return parse(source.split(PARTS, -1)[0]);
    }

    /** The warning range's source: what stands after the slash, or the same as the normal range's. */
    static LimitSource ofWarn(String source) {
        String[] parts = source.split(PARTS, -1);
        return parse(parts[parts.length - 1]);
    }

    static LimitSource parse(String tags) {
        return new LimitSource(
                Arrays.stream(tags.split("\\+", -1)).map(String::strip).toList());
    }

    LimitSource and(LimitSource other) {
        List<String> all = new ArrayList<>(tags);
        other.tags.stream().filter(tag -> !all.contains(tag)).forEach(all::add);
        if (all.removeAll(MODEL.tags)) {
            all.addAll(MODEL.tags);
        }
        return new LimitSource(List.copyOf(all));
    }

    /** As {@link SlotLimits#source} says it. */
    static String said(LimitSource normal, LimitSource warn) {
        String first = String.join(TOGETHER, normal.tags);
        String second = String.join(TOGETHER, warn.tags);
        return first.equals(second) ? first : first + PARTS + second;
    }
}
