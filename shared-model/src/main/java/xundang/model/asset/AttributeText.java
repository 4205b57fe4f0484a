package xundang.model.asset;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values that are written as text, turned into what a record holds. */
final class AttributeText {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,12})?");

    private AttributeText() {}

    /** The value in JSON; text that is none of the type stays text, which {@link AttributeCheck} then refuses. */
    static JsonNode json(AttributeType type, String text) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (type) {
            case INTEGER, DECIMAL ->
                NUMBER.matcher(text).matches() ? json.numberNode(new BigDecimal(text)) : json.stringNode(text);
            case BOOLEAN ->
                text.equals("true") || text.equals("false")
                        ? json.booleanNode(Boolean.parseBoolean(text))
                        : json.stringNode(text);
            case TEXT, DATE, PARTIAL_DATE, ENUM, LIST, OBJECT -> json.stringNode(text);
        };
    }
}
