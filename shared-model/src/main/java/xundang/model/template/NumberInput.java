package xundang.model.template;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** What somebody typed into a number field. */
public sealed interface NumberInput {
    /** Digits before the point that no reading of this trade needs. */
    int MAX_WHOLE_DIGITS = 9;

    /** Digits after the point that no reading of this trade needs. */
    int MAX_DECIMALS = 6;

    /** A number with the decimals that were typed. */
    record Parsed(BigDecimal number) implements NumberInput {}

    /** Nothing but spaces. */
    record Blank() implements NumberInput {}

    /** Letters, two points, or a comma that could be either a decimal comma or a thousands separator. */
    record NotANumber(String text) implements NumberInput {}

    /** A number, but with more digits than any reading has: a slipped scanner or a stuck key. */
    record Absurd(String text) implements NumberInput {}

    /**
     * Reads a typed number. Full-width digits, signs and points are taken, so is a Chinese full stop (an input method left on types it),
     * and a decimal comma. A comma before exactly three digits is refused, because {@code 1,234} has two readings.
     */
    static NumberInput parse(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replace('。', '.')
                .replace('、', '.')
                .replace('\u2212', '-')
                .replace('\u2013', '-')
                .replace('\u2014', '-')
                .strip();
        if (text.isEmpty()) {
            return new Blank();
        }
        if (Syntax.AMBIGUOUS.matcher(text).matches()
                || !Syntax.PLAIN.matcher(text).matches()) {
            return new NotANumber(typed.strip());
        }
        String plain = text.replace(',', '.').replaceFirst("^\\+", "");
        String digits = plain.replaceFirst("^-", "");
        int point = digits.indexOf('.');
        int whole = point < 0 ? digits.length() : point;
        int decimals = point < 0 ? 0 : digits.length() - point - 1;
        return whole > MAX_WHOLE_DIGITS || decimals > MAX_DECIMALS
                ? new Absurd(typed.strip())
                : new Parsed(new BigDecimal(plain));
    }

    /** Keeps the patterns out of the interface's constants. */
    final class Syntax {
        private static final Pattern PLAIN = Pattern.compile("[-+]?[0-9]+([.,][0-9]+)?");
        private static final Pattern AMBIGUOUS = Pattern.compile("[-+]?[0-9]{1,3}(,[0-9]{3})+");

        private Syntax() {}
    }
}
