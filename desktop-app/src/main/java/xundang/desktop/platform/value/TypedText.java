package xundang.desktop.platform.value;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import xundang.model.asset.AttributeDef;
import xundang.model.asset.AttributeProblem;
import xundang.model.template.NumberInput;
import xundang.model.text.ModelText;

/**
 * Reads typed texts. Full-width digits are taken, and dates as people write them: {@code 2010-10}, {@code 2010/10}, {@code 2010.10},
 * {@code 2010年10月}.
 */
record TypedText(FieldMeaning meaning) {
    private static final Pattern DATE =
            Pattern.compile("([0-9]{4})(?:[-/.年]([0-9]{1,2})(?:[-/.月]([0-9]{1,2})日?)?)?[年月]?");
    private static final Pattern BETWEEN = Pattern.compile("\\s*[、,，;；]\\s*");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    Typed read(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return new Typed.Value(null);
        }
        return switch (meaning.type()) {
            case TEXT, ENUM -> checked(NODES.stringNode(stripped));
            case INTEGER, DECIMAL -> number(stripped);
            case BOOLEAN -> bool(stripped);
            case DATE, PARTIAL_DATE -> checked(NODES.stringNode(date(stripped)));
            case LIST -> checked(list(stripped));
            case OBJECT -> wrongType(stripped);
        };
    }

    private Typed number(String text) {
        return NumberInput.parse(text) instanceof NumberInput.Parsed parsed
                ? checked(NODES.numberNode(parsed.number()))
                : wrongType(text);
    }

    private Typed bool(String text) {
        return switch (text) {
            case "true" -> checked(NODES.booleanNode(true));
            case "false" -> checked(NODES.booleanNode(false));
            default -> wrongType(text);
        };
    }

    /** In the form of the records; a text that is no date stays as it is, so that the complaint can quote it. */
    private static String date(String text) {
        Matcher parts = DATE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
        if (!parts.matches()) {
            return text;
        }
        String year = parts.group(1);
        String month = parts.group(2);
        String day = parts.group(3);
        if (month == null) {
            return year;
        }
        return day == null ? year + "-" + two(month) : year + "-" + two(month) + "-" + two(day);
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    private static ArrayNode list(String text) {
        ArrayNode array = NODES.arrayNode();
        Arrays.stream(BETWEEN.split(text)).filter(part -> !part.isBlank()).forEach(array::add);
        return array;
    }

    private Typed checked(JsonNode value) {
        AttributeDef def = meaning.def();
        return def == null
                ? new Typed.Value(value)
                : def.check(value).<Typed>map(Typed.Wrong::new).orElseGet(() -> new Typed.Value(value));
    }

    private Typed wrongType(String text) {
        String type = "@type." + meaning.type().name().toLowerCase(Locale.ROOT);
        return new Typed.Wrong(new AttributeProblem(
                meaning.field(),
                ModelText.of("attribute.wrong_type", meaning.label().zh(), type, text)));
    }
}
