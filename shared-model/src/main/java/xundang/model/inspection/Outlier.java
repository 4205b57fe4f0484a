package xundang.model.inspection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 离群值: a number that does not look like the earlier ones of the same item on the same object, so that it is measured again before anybody
 * believes it. It says nothing about good or bad. Robust: one earlier slip does not spoil the rule. Pure.
 *
 * @param median 中位数 of the earlier values
 * @param tolerance how far from it a value may be; exactly so far is no outlier
 * @param earlier how many values that was worked out from
 */
public record Outlier(BigDecimal median, BigDecimal tolerance, int earlier) {
    /** With fewer earlier values nothing can be said. */
    public static final int LEAST_VALUES = 4;

    /** 3.5 robust standard deviations; 1.4826 turns a median of deviations into one of these. */
    private static final BigDecimal FACTOR = new BigDecimal("3.5").multiply(new BigDecimal("1.4826"));

    /** What instruments and steady devices scatter by at least, by unit; product's choice. */
    private static final Map<String, BigDecimal> FLOORS = Map.of(
            "V", new BigDecimal("2"),
            "A", new BigDecimal("2"),
            "Hz", new BigDecimal("0.2"),
            "%", new BigDecimal("3"),
            "°C", new BigDecimal("2"),
            "MPa", new BigDecimal("0.1"),
            "Ω", new BigDecimal("0.5"),
            "ms", new BigDecimal("2"),
            "min", new BigDecimal("2"));

    /** For any other unit and for plain counts. */
    private static final BigDecimal OTHER_FLOOR = BigDecimal.ONE;

    /**
     * The rule's answer for one number.
     *
     * @param earlier values of the same item on the same object, in any order
     * @param unit of all of them; absent for counts
     * @return what it was held against, if it is an outlier; empty if it is none, or if there are too few earlier values
     */
    public static Optional<Outlier> of(BigDecimal number, List<BigDecimal> earlier, @Nullable String unit) {
        if (earlier.size() < LEAST_VALUES) {
            return Optional.empty();
        }
        BigDecimal median = median(earlier);
        BigDecimal spread = median(
                earlier.stream().map(value -> value.subtract(median).abs()).toList());
        BigDecimal floor = unit == null ? OTHER_FLOOR : FLOORS.getOrDefault(unit, OTHER_FLOOR);
        BigDecimal tolerance = spread.multiply(FACTOR).max(floor);
        return number.subtract(median).abs().compareTo(tolerance) > 0
                ? Optional.of(new Outlier(median, tolerance, earlier.size()))
                : Optional.empty();
    }

    private static BigDecimal median(List<BigDecimal> values) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        BigDecimal upper = sorted.get(middle);
        return sorted.size() % 2 == 1
                ? upper
                // Half of a finite decimal is one: no rounding happens.
                : sorted.get(middle - 1)
                        .add(upper)
                        .divide(
                                BigDecimal.TWO,
                                upper.scale() + sorted.get(middle - 1).scale() + 1,
                                RoundingMode.UNNECESSARY)
                        .stripTrailingZeros();
    }
}
