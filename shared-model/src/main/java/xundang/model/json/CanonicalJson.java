package xundang.model.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
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
        JsonBytes out = new JsonBytes(256);
        write(value, out);
        return out.toString();
    }

    /** Appends the canonical text of the value. */
    public static void write(JsonNode value, JsonBytes out) {
        if (value.isString()) {
            out.text(value.stringValue());
        } else if (value.isObject()) {
            char before = '{';
            for (Map.Entry<String, JsonNode> property : sorted(value)) {
                out.mark(before).text(property.getKey()).mark(':');
                write(property.getValue(), out);
                before = ',';
            }
            out.json(before == '{' ? "{}" : "}");
        } else if (value.isArray()) {
            if (out.shared(value)) {
                return;
            }
            char before = '[';
            for (JsonNode element : value) {
                out.mark(before);
                write(element, out);
                before = ',';
            }
            out.json(before == '[' ? "[]" : "]");
        } else if (value.isNumber()) {
            out.json(number(value.decimalValue()));
        } else {
            out.json(value.toString());
        }
    }

    /** The properties of an object in the order of their names. */
    public static Collection<Map.Entry<String, JsonNode>> sorted(JsonNode object) {
        String before = "";
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            if (before.compareTo(property.getKey()) > 0) {
                List<Map.Entry<String, JsonNode>> sorted = new ArrayList<>(object.properties());
                sorted.sort(Map.Entry.comparingByKey());
                return sorted;
            }
            before = property.getKey();
        }
        return object.properties();
    }

    private static String number(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return Math.abs((long) shortest.scale()) <= PLAIN_PLACES ? shortest.toPlainString() : shortest.toString();
    }
}
