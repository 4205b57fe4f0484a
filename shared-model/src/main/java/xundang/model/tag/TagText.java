package xundang.model.tag;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a label's QR code holds: {@code YD1:<ledger>:<asset_no>:<crc>}; domain specification, section 3 "Tag". No address and no
 * coordinate is in it.
 *
 * @param ledger code of the ledger, upper-case letters and digits, at most 16
 * @param assetNo number on the label, upper-case letters, digits and hyphens, at most 32
 */
public record TagText(String ledger, String assetNo) {
    private static final String VERSION = "YD1";
    private static final Pattern LEDGER = Pattern.compile("[A-Z0-9]{1,16}");
    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9-]{1,32}");
    private static final Pattern FORM = Pattern.compile(VERSION + ":([A-Z0-9]{1,16}):([A-Z0-9-]{1,32}):([0-9A-F]{4})");
    private static final Pattern URL_FORM =
            Pattern.compile("(?i)https?://[^/?#]+(?:/[^?#]*)?/d/([^/?#]+)/?(?:[?#].*)?");
    /** Longer than any label, short enough that a hostile QR code costs nothing. */
    private static final int MAX_LENGTH = 512;

    public TagText {
        if (!LEDGER.matcher(ledger).matches() || !NUMBER.matcher(assetNo).matches()) {
            throw new IllegalArgumentException("not a ledger code and an asset number");
        }
    }

    /** Check digits over everything before the last colon. */
    public String crc() {
        return Crc16.of(body(ledger, assetNo));
    }

    /** The text as printed into the QR code. */
    public String text() {
        return body(ledger, assetNo) + ":" + crc();
    }

    /** The same as an address of the dossier's page below a server's address, e.g. {@code https://host}. */
    public String url(String server) {
        return server + "/d/" + URLEncoder.encode(text(), StandardCharsets.UTF_8);
    }

    /**
     * Reads what a camera, a USB scanner or a person delivered: the tag text or its address form. Full-width characters, spaces and
     * lower case are accepted, because labels hold none of them and the check digits still have to fit.
     */
    public static TagParse parse(String input) {
        if (input.length() > MAX_LENGTH) {
            return new TagParse.NotATag();
        }
        String wide = Normalizer.normalize(input, Normalizer.Form.NFKC).replaceAll("\\s+", "");
        Matcher url = URL_FORM.matcher(wide);
        String candidate = url.matches() ? decoded(url.group(1)) : wide;
        Matcher form = FORM.matcher(candidate.toUpperCase(Locale.ROOT));
        if (!form.matches()) {
            return new TagParse.NotATag();
        }
        TagText tag = new TagText(form.group(1), form.group(2));
        return tag.crc().equals(form.group(3))
                ? new TagParse.Good(tag)
                : new TagParse.WrongCheck(tag.ledger(), tag.assetNo(), form.group(3));
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }

    private static String body(String ledger, String assetNo) {
        return VERSION + ":" + ledger + ":" + assetNo;
    }
}
