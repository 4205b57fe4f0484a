package xundang.desktop.inspection.ui.jar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.jar.CellValue;

/** Cells and figures as short texts. */
final class CellTexts {
    private CellTexts() {}

    /** As it would be typed. */
    static String typed(CellValue value) {
        return switch (value) {
            case CellValue.Blank ignored -> "";
            case CellValue.Figure figure -> figure.number().toPlainString();
            case CellValue.Looks looks ->
                looks.looks().stream().map(look -> look.label().zh()).collect(Collectors.joining("、"));
            case CellValue.Words words -> words.text();
        };
    }

    /** Millivolts with their sign; nothing where there is no figure. */
    static String deviation(@Nullable BigDecimal millivolts) {
        if (millivolts == null) {
            return "";
        }
        BigDecimal rounded = millivolts.setScale(1, RoundingMode.HALF_UP);
        return (rounded.signum() > 0 ? "+" : "") + rounded.toPlainString().replace('-', '\u2212');
    }

    /** A ratio with two decimals; nothing where there is none. */
    static String ratio(@Nullable BigDecimal ratio) {
        return ratio == null ? "" : ratio.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** A figure with at most so many decimals and no needless zeros. */
    static String figure(@Nullable BigDecimal number, int decimals) {
        if (number == null) {
            return "\u2013";
        }
        BigDecimal bare = number.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0).toPlainString() : bare.toPlainString();
    }
}
