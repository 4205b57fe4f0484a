package xundang.model.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether something applies to an asset: the attribute is one of {@code is}, or a number above {@code above}.
 *
 * @param attribute its name, or the slot of an item whose answer decides
 * @param is allowed values; empty when {@code above} is given
 */
record Condition(
        String attribute, List<String> is, @Nullable BigDecimal above) {
    /** Empty while the attribute is not known. */
    Optional<Boolean> holds(Attributes attributes) {
        Optional<String> value = attributes.value(attribute);
        if (above == null) {
            return value.map(is::contains);
        }
        return value.filter(text -> Expression.NUMBER.matcher(text).matches())
                .map(text -> new BigDecimal(text).compareTo(above) > 0);
    }
}
