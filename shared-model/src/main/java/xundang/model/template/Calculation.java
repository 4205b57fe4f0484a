package xundang.model.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xundang.model.inspection.ReadingValue;

/**
 * How a computed row of one asset's form follows from other rows; the asset's attributes are already filled in. A value: two plans of the same
 * form for the same asset are equal.
 *
 * @param missingAttributes attributes without which the row stays empty, by name
 */
public record Calculation(Work work, List<String> missingAttributes) {
    /** The work itself. */
    sealed interface Work permits ComputeRule.Numbers, ComputeRule.OfRows, ComputeRule.Formula {
        /** Empty while rows that it needs are empty. */
        Optional<BigDecimal> of(Map<SlotId, ReadingValue> values);
    }

    Calculation(Work work, Set<String> missing) {
        this(work, missing.stream().sorted().toList());
    }

    /** The value, unrounded; empty when a row or an attribute that it needs is empty, or there is no result. */
    Optional<BigDecimal> of(Map<SlotId, ReadingValue> values) {
        return missingAttributes.isEmpty() ? work.of(values) : Optional.empty();
    }
}
