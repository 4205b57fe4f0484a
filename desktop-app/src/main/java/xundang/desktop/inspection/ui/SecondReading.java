package xundang.desktop.inspection.ui;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.Draft;
import xundang.model.inspection.Outlier;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;

/** Asks once for each outlier (离群值) of a row that it be measured again. Interface's thread. */
final class SecondReading {
    private final List<BigDecimal> earlier;
    private final @Nullable String unit;
    private @Nullable ReadingValue asked;

    SecondReading(List<Draft.PastValue> history, @Nullable String unit) {
        earlier = Draft.numbers(history);
        this.unit = unit;
    }

    /** What the value is too far from; empty if it is not, or is no number. */
    Optional<Outlier> outlier(@Nullable ReadingValue value) {
        return value instanceof ReadingValue.Measured measured
                ? Outlier.of(measured.number(), earlier, unit)
                : Optional.empty();
    }

    /** Whether to ask now: the value is an outlier, was measured once, and nobody was asked about it yet. */
    boolean asks(@Nullable ReadingValue value, @Nullable Reading held) {
        boolean measuredTwice = held != null && held.firstValue() != null;
        if (value == null
                || measuredTwice
                || value.equals(asked)
                || outlier(value).isEmpty()) {
            return false;
        }
        asked = value;
        return true;
    }

    /** It was measured again, or is not going to be. */
    void settled(ReadingValue value) {
        asked = value;
    }
}
