package xundang.model.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An exact part of a whole. Limits are held against the fraction itself, never against the rounded percentage (domain specification,
 * section 7 "Rules").
 *
 * @param part 0 to {@code whole}
 * @param whole 0 means that there is nothing to say, neither pass nor fail
 */
public record Share(long part, long whole) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SHOWN_DECIMALS = 2;

    public Share {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException(part + " of " + whole);
        }
    }

    /** The percentage to show, half up with two decimals; empty without a whole. */
    public Optional<BigDecimal> percent() {
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(whole), SHOWN_DECIMALS, RoundingMode.HALF_UP));
    }

    /** Whether it is at least so many percent (不低于, 以上); empty without a whole. */
    public Optional<Boolean> atLeast(int percent) {
        return whole == 0 ? Optional.empty() : Optional.of(compare(percent) >= 0);
    }

    /** Whether it is more than so many percent (高于); empty without a whole. */
    public Optional<Boolean> above(int percent) {
        return whole == 0 ? Optional.empty() : Optional.of(compare(percent) > 0);
    }

    private int compare(int percent) {
        BigInteger hundredfold = BigInteger.valueOf(part).multiply(BigInteger.valueOf(100));
        return hundredfold.compareTo(BigInteger.valueOf(whole).multiply(BigInteger.valueOf(percent)));
    }
}
