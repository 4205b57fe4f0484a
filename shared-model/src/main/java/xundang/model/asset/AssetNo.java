package xundang.model.asset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Number of an object in its ledger (资产编号), e.g. {@code UPS-000012}: the category's prefix and a number that is never reused. */
public record AssetNo(@JsonValue String text) {
    private static final Pattern FORM = Pattern.compile("([A-Z][A-Z0-9]{1,7})-([0-9]{6,9})");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AssetNo {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not an asset number");
        }
    }

    /** The number with at least six digits, e.g. {@code of("UPS", 12)} is {@code UPS-000012}. */
    public static AssetNo of(String prefix, int number) {
        return new AssetNo(String.format(Locale.ROOT, "%s-%06d", prefix, number));
    }

    /** The number in that text, if it is exactly one. */
    public static Optional<AssetNo> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new AssetNo(text)) : Optional.empty();
    }

    /** E.g. {@code UPS}. */
    public String prefix() {
        return matched().group(1);
    }

    /** E.g. 12. */
    public int number() {
        return Integer.parseInt(matched().group(2));
    }

    private Matcher matched() {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalStateException("checked when it was made");
        }
        return matcher;
    }

    @Override
    public String toString() {
        return text;
    }
}
