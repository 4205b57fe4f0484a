package xundang.model.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How numbers are shown. Verdicts always use the unrounded value (domain specification, section 7 "Rules"). */
public final class Figures {
    /** No instrument that is read here shows more; a number with more decimals was computed. */
    private static final int MOST_TYPED_DECIMALS = 6;

    private static final int SHOWN_DECIMALS = 2;

    private Figures() {}

    /** A measured number as it was typed; a computed one, which may have any number of decimals, half up with two. */
    public static String shown(BigDecimal number) {
        BigDecimal shown =
                number.scale() > MOST_TYPED_DECIMALS ? number.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP) : number;
        return shown.toPlainString();
    }
}
