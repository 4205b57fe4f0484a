package xundang.model.template;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers from {@code low} to {@code high}, both inclusive; an absent bound is open. */
public record Range(@Nullable BigDecimal low, @Nullable BigDecimal high) {
    /** Whether the number lies inside, bounds included. */
    public boolean contains(BigDecimal number) {
        return (low == null || number.compareTo(low) >= 0) && (high == null || number.compareTo(high) <= 0);
    }
}
