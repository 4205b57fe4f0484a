package xundang.model.battery;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a whole string, unrounded; what was not measured is absent.
 *
 * @param voltages number of jars with a voltage
 * @param sum of all voltages, V
 * @param mean voltage of a jar, V
 * @param lowest voltage, V
 * @param highest voltage, V
 * @param spread highest minus lowest, V
 * @param ohmicMedian in the table's unit
 */
public record StringStatistics(
        int voltages,
        BigDecimal sum,
        @Nullable BigDecimal mean,
        @Nullable BigDecimal lowest,
        @Nullable BigDecimal highest,
        @Nullable BigDecimal spread,
        @Nullable BigDecimal ohmicMedian) {}
