package xundang.model.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One and only one text for a JSON value, for hashing: keys in code-unit order, no insignificant space, numbers in plain form without
 * trailing zeros (so that {@code 1.50} and {@code 1.5} are the same, as they are to the databases in between).
 */
public final class CanonicalJson {
    /** Beyond this many places the plain form is nonsense, and of 1e999999999 it would fill the memory. */
    private static final int PLAIN_PLACES = 100;

    private CanonicalJson() {}

    /** The canonical text of the value. */
    public static String of(JsonNode value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(JsonNode value, StringBuilder out) {
        if (value.isObject()) {
            List<Map.Entry<String, JsonNode>> sorted = sorted(value);
            String separator = "{";
            for (Map.Entry<String, JsonNode> property : sorted) {
                out.append(separator);
                text(property.getKey(), out);
                out.append(':');
                write(property.getValue(), out);
                separator = ",";
            }
            out.append(sorted.isEmpty() ? "{}" : "}");
        } else if (value.isArray()) {
            String separator = "[";
            for (JsonNode element : value) {
                out.append(separator);
                write(element, out);
                separator = ",";
            }
            out.append(value.isEmpty() ? "[]" : "]");
        } else if (value.isNumber()) {
            out.append(number(value.decimalValue()));
        } else if (value.isString()) {
            text(value.stringValue(), out);
        } else {
            out.append(value);
        }
    }

    /** The properties of an object in the order of their names. */
    public static List<Map.Entry<String, JsonNode>> sorted(JsonNode object) {
        List<Map.Entry<String, JsonNode>> sorted = new ArrayList<>(object.properties());
        sorted.sort(Map.Entry.comparingByKey());
        return sorted;
    }

    private static String number(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return Math.abs((long) shortest.scale()) <= PLAIN_PLACES ? shortest.toPlainString() : shortest.toString();
    }

    /** Appends the text as a JSON string. Nearly all texts hold nothing that must be escaped, and are then simply quoted. */
    public static void text(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(ModelJson.mapper().writeValueAsString(text));
                return;
            }
        }
        out.append('"').append(text).append('"');
    }
}
