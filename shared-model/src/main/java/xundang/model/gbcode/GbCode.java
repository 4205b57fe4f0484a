package xundang.model.gbcode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xundang.model.json.ModelJson;

/**
 * A GB/T 28181 code of 20 digits: centre 8 (province, city, district, base unit), industry 2, type 3, network 1, serial 6.
 *
 * <p>The older rule with a seven-digit serial and no network digit has the same length and cannot be told apart.
 */
public record GbCode(String digits) {
    private static final Pattern TWENTY_DIGITS = Pattern.compile("[0-9]{20}");
    private static final Tables TABLES = load();

    public GbCode {
        if (!TWENTY_DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("not 20 digits");
        }
    }

    /** First six digits, a GB/T 2260 region. */
    public String region() {
        return digits.substring(0, 6);
    }

    public String industry() {
        return digits.substring(8, 10);
    }

    public String type() {
        return digits.substring(10, 13);
    }

    public String network() {
        return digits.substring(13, 14);
    }

    public String serial() {
        return digits.substring(14);
    }

    /**
     * Checks rules R1 to R8; an empty list means nothing is wrong.
     *
     * @param text exactly as entered
     * @param category category code of the object that carries it
     * @param civilCode 2, 4, 6 or 8 digits that the code must begin with; null when not given
     * @param usedBy the number of another object, not scrapped, that has the code
     */
    public static List<GbFinding> check(
            String text, String category, @Nullable String civilCode, Function<GbCode, Optional<String>> usedBy) {
        if (!TWENTY_DIGITS.matcher(text).matches()) {
            return List.of(new GbFinding.NotTwentyDigits(text.length()));
        }
        GbCode code = new GbCode(text);
        List<GbFinding> findings = new ArrayList<>();
        doubtIf(!TABLES.regions().containsKey(code.region()), "R2", code.region(), findings);
        doubtIf(!industryKnown(Integer.parseInt(code.industry())), "R3", code.industry(), findings);
        if (!TABLES.types().getOrDefault(category, List.of()).contains(code.type())) {
            findings.add(new GbFinding.TypeUnsuitable(code.type(), category));
        }
        doubtIf(code.network().equals("9"), "R5", code.network(), findings);
        doubtIf(code.serial().equals("000000"), "R6", code.serial(), findings);
        usedBy.apply(code).map(GbFinding.UsedTwice::new).ifPresent(findings::add);
        if (civilCode != null) {
            doubtIf(!isPrefix(civilCode, text), "R8", civilCode, findings);
        }
        return List.copyOf(findings);
    }

    /** Checks the code alone, without knowing of other objects. */
    public static List<GbFinding> check(String text, String category) {
        return check(text, category, null, code -> Optional.empty());
    }

    private static boolean industryKnown(int industry) {
        return industry <= 14 || (industry >= 40 && industry <= 59);
    }

    private static boolean isPrefix(String civilCode, String text) {
        return civilCode.length() >= 2
                && civilCode.length() <= 8
                && civilCode.length() % 2 == 0
                && text.startsWith(civilCode);
    }

    private static void doubtIf(boolean doubtful, String rule, String part, List<GbFinding> findings) {
        if (doubtful) {
            findings.add(new GbFinding.Doubtful(rule, part));
        }
    }

    private static Tables load() {
        try (InputStream in = GbCode.class.getResourceAsStream("gb-codes.json")) {
            if (in == null) {
                throw new IllegalStateException("gb-codes.json is missing from the program");
            }
            return ModelJson.mapper().readValue(in, Tables.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The bundled tables.
     *
     * @param regions GB/T 2260 codes of Shanghai and their names; others only warn, because codes change
     * @param types category code → suitable type digits. A multi-lens camera (122) is a camera, DVR (111) and HVR (130) are recorders
     */
    private record Tables(Map<String, String> regions, Map<String, List<String>> types) {}

    @Override
    public String toString() {
        return digits;
    }
}
