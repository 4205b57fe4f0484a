package xundang.desktop.photo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Ten characters that tie a stamp's words to the original (decision 0048): the first 50 bits of SHA-256 over {@code XD-STAMP-1}, the original's
 * SHA-256 in lower-case hex and every line as label and words, each ended by a line feed, written in Crockford's base 32. White space and
 * full-width forms make no difference, so that a stamp can be typed off a print. Whoever has the original, or its record, can verify it;
 * it shows that words or picture were changed, and is no secret and no signature.
 */
public final class CheckCode {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;

    private CheckCode() {}

    /** Such as {@code 7K2QH-0XW9D}. */
    static String of(String sha256, List<StampText.Line> lines) {
        StringBuilder text = new StringBuilder("XD-STAMP-1\n").append(sha256).append('\n');
        lines.forEach(line ->
                text.append(plain(line.label())).append(plain(line.value())).append('\n'));
        byte[] hash = sha256(text.toString());
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            int value = 0;
            for (int bit = 5 * i; bit < 5 * i + 5; bit++) {
                value = (value << 1) | ((hash[bit / 8] >> (7 - bit % 8)) & 1);
            }
            code.append(DIGITS.charAt(value)).append(i == LENGTH / 2 - 1 ? "-" : "");
        }
        return code.toString();
    }

    /**
     * Whether a printed stamp belongs to an original and says what it said.
     *
     * @param sha256 of the original, lower-case hex
     * @param printed all lines, the check code's last
     */
    public static boolean fits(String sha256, List<StampText.Line> printed) {
        String own = of(sha256, printed.subList(0, printed.size() - 1));
        return plainCode(own).equals(plainCode(printed.getLast().value()));
    }

    /** Crockford: what looks alike is alike. */
    private static String plainCode(String code) {
        return plain(code)
                .toUpperCase(Locale.ROOT)
                .replace("-", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", e);
        }
    }
}
