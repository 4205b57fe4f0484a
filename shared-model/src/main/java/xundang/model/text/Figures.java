package xundang.model.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How numbers are shown. Verdicts always use the unrounded value (domain specification, section 7 "Rules"). */
public final class Figures {
    /** No instrument that is read here shows more; a number with more decimals was computed. */
    private static final int MOST_TYPED_DECIMALS = 6;

    private static final int SHOWN_DECIMALS = 2;

    /** A number beyond this many places was never measured; written out it could fill the memory. */
    private static final int MOST_PLACES = 100;

    private Figures() {}

    /** A measured number as it was typed; a computed one, which may have any number of decimals, half up with two. */
    public static String shown(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_PLACES) {
            return number.toString();
        }
        BigDecimal shown =
                number.scale() > MOST_TYPED_DECIMALS ? number.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP) : number;
        return shown.toPlainString();
    }

    /** A number with all its places, in plain form unless that were absurdly long. */
    public static String plain(BigDecimal number) {
        return Math.abs((long) number.scale()) > MOST_PLACES ? number.toString() : number.toPlainString();
    }
}
