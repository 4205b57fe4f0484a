package xundang.model.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xundang.model.inspection.ReadingValue;

/** How a computed row of one asset's form follows from other rows; the asset's attributes are already filled in. Immutable. */
public final class Calculation {
    /** The work itself; empty while rows that it needs are empty. */
    interface Work {
        Optional<BigDecimal> of(Map<SlotId, ReadingValue> values);
    }

    private final Work work;
    private final List<String> missing;

    Calculation(Work work, Set<String> missing) {
        this.work = work;
        this.missing = missing.stream().sorted().toList();
    }

    /** The value, unrounded; empty when a row or an attribute that it needs is empty, or there is no result. */
    Optional<BigDecimal> of(Map<SlotId, ReadingValue> values) {
        return missing.isEmpty() ? work.of(values) : Optional.empty();
    }

    /** Attributes without which the row stays empty, by name. */
    public List<String> missingAttributes() {
        return missing;
    }
}
