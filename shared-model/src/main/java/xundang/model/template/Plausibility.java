package xundang.model.template;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 数量级: how far a number can be from a row's ranges and still be a reading. A slipped decimal point or a digit too many lies outside; a
 * bad device does not. It decides nothing; whoever enters such a number is asked whether they mean it. Pure.
 */
public final class Plausibility {
    /** Product's choice: a tenfold slip is caught wherever the range itself is narrower than twofold. */
    private static final BigDecimal FACTOR = BigDecimal.valueOf(5);

    private static final BigDecimal ONE_FIFTH = new BigDecimal("0.2");

    private Plausibility() {}

    /**
     * The numbers that need no question: from a fifth of the lowest bound of the row's ranges to five times the highest; below zero only
     * where a range goes there, and from zero where no range has a lower bound. Absent where no bound is known.
     */
    public static Optional<Range> of(@Nullable SlotLimits limits) {
        if (limits == null || limits.obstacle() != null) {
            return Optional.empty();
        }
        Optional<BigDecimal> low = lows(limits).min(BigDecimal::compareTo);
        Optional<BigDecimal> high = highs(limits).max(BigDecimal::compareTo);
        return low.isEmpty() && high.isEmpty()
                ? Optional.empty()
                : Optional.of(new Range(
                        low.map(Plausibility::below).orElse(BigDecimal.ZERO),
                        // A limit of nothing, such as no new events, does not say how many there can be.
                        high.filter(most -> most.signum() > 0)
                                .map(most -> most.multiply(FACTOR))
                                .orElse(null)));
    }

    private static BigDecimal below(BigDecimal low) {
        return low.signum() < 0 ? low.multiply(FACTOR) : low.multiply(ONE_FIFTH);
    }

    private static Stream<BigDecimal> lows(SlotLimits limits) {
        return Stream.of(limits.normal(), limits.warn())
                .flatMap(Stream::ofNullable)
                .flatMap(range -> Stream.ofNullable(range.low()));
    }

    private static Stream<BigDecimal> highs(SlotLimits limits) {
        return Stream.of(limits.normal(), limits.warn())
                .flatMap(Stream::ofNullable)
                .flatMap(range -> Stream.ofNullable(range.high()));
    }
}
