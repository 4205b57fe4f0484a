package xundang.model.template;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Numbers from {@code low} to {@code high}; an absent bound is open.
 *
 * @param lowOutside whether {@code low} itself lies outside, as in 高于 95 %
 * @param highOutside whether {@code high} itself lies outside, as in &lt; 2 V
 */
public record Range(@Nullable BigDecimal low, @Nullable BigDecimal high, boolean lowOutside, boolean highOutside) {
    /** Both bounds inside, as nearly everywhere. */
    public Range(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        this(low, high, false, false);
    }

    /** Whether the number lies inside. */
    public boolean contains(BigDecimal number) {
        return (low == null || number.compareTo(low) >= (lowOutside ? 1 : 0))
                && (high == null || number.compareTo(high) <= (highOutside ? -1 : 0));
    }
}
