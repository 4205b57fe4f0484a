package xundang.model.battery;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one battery string for judging its jar table. What is absent leaves the rules that need it unjudged.
 *
 * @param count jars of the string; absent when unknown, and then no position is missing
 * @param cells 2 V cells in one jar; absent when unknown
 * @param floatMin lowest normal float voltage per cell, V
 * @param floatMax highest normal float voltage per cell, V
 * @param alarmLow voltage per cell below which a jar is abnormal, V
 * @param alarmHigh voltage per cell above which a jar is abnormal, V
 * @param baselines ohmic baseline by position, in the table's unit; a position without one is compared with the string's median
 */
public record JarLimits(
        @Nullable Integer count,
        @Nullable Integer cells,
        @Nullable BigDecimal floatMin,
        @Nullable BigDecimal floatMax,
        @Nullable BigDecimal alarmLow,
        @Nullable BigDecimal alarmHigh,
        Map<Integer, BigDecimal> baselines) {
    public JarLimits {
        baselines = Map.copyOf(baselines);
    }

    /** The same with other baselines. */
    public JarLimits withBaselines(Map<Integer, BigDecimal> others) {
        return new JarLimits(count, cells, floatMin, floatMax, alarmLow, alarmHigh, others);
    }
}
