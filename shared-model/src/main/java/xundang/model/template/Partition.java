package xundang.model.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How often an item is asked: as the value of an attribute says (per phase), as often as it counts (per cylinder), or always in the same
 * parts (supply and return air).
 *
 * @param attribute absent where the parts are always the same, which are then {@code unknown}
 * @param unknown the parts while the attribute has no value
 * @param labels of parts that are not their own name
 * @param counted name of the n-th part, with {@code {0}} for n; absent where the attribute is not a count
 */
record Partition(
        @Nullable String attribute,
        Map<String, List<String>> parts,
        List<String> unknown,
        Map<String, Label> labels,
        @Nullable Label counted) {
    /** More parts than any one item has. */
    private static final int MOST = 400;

    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,2}");

    List<String> parts(Attributes attributes) {
        Optional<String> value = attribute == null ? Optional.empty() : attributes.value(attribute);
        if (counted == null) {
            return value.map(parts::get).orElse(unknown);
        }
        return value.filter(text -> COUNT.matcher(text).matches())
                .map(Integer::parseInt)
                .filter(count -> count <= MOST)
                .map(count -> IntStream.rangeClosed(1, count)
                        .mapToObj(Integer::toString)
                        .toList())
                .orElse(unknown);
    }

    Label label(String part) {
        return counted == null
                ? labels.getOrDefault(part, new Label(part, part))
                : new Label(counted.zh().replace("{0}", part), counted.en().replace("{0}", part));
    }
}
