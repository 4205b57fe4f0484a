package xundang.server.ledger;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import xundang.model.json.CanonicalJson;
import xundang.model.json.ModelJson;
import xundang.server.platform.digest.Sha256;

/** When two JSON values mean the same: numbers by value, texts in Unicode NFC, objects in any order; no value is not an empty text. */
final class JsonValues {
    private static final int PLAIN_DIGITS = 100;

    private JsonValues() {}

    static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
        if (one == null || other == null || isNothing(one) || isNothing(other)) {
            return isNothing(one) && isNothing(other);
        }
        return canonical(one).equals(canonical(other));
    }

    /** Absent, JSON null: no value. */
    static boolean isNothing(@Nullable JsonNode node) {
        return node == null || node.isNull() || node.isMissingNode();
    }

    /** SHA-256 over the canonical text of an object, one field left out. */
    static String sha256Without(ObjectNode object, String left) {
        StringBuilder out = new StringBuilder(4096);
        ObjectNode rest = ModelJson.mapper().createObjectNode().setAll(object);
        rest.remove(left);
        write(rest, out);
        return Sha256.hex(out.toString());
    }

    /** The JSON text as a database can keep it: half of a surrogate pair stands as an escape, which means the same. */
    static String text(Object value) {
        String json = ModelJson.mapper().writeValueAsString(value);
        if (json.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return json;
        }
        StringBuilder out = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < json.length()
                    && Character.isLowSurrogate(json.charAt(i + 1));
            if (pair) {
                out.append(c).append(json.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String canonical(JsonNode node) {
        StringBuilder out = new StringBuilder();
        write(node, out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isString()) {
            CanonicalJson.text(Normalizer.normalize(node.stringValue(), Normalizer.Form.NFC), out);
        } else if (node.isNumber()) {
            // As text, so that 1, 1.0 and 1e0 are one value whatever class of number they were read as.
            BigDecimal number = node.decimalValue().stripTrailingZeros();
            // The plain form of 1e999999999 would fill the memory.
            boolean plain = Math.abs((long) number.scale()) <= PLAIN_DIGITS;
            CanonicalJson.text("#" + (plain ? number.toPlainString() : number.toString()), out);
        } else if (node.isArray()) {
            char before = '[';
            for (JsonNode item : node) {
                out.append(before);
                write(item, out);
                before = ',';
            }
            out.append(before == '[' ? "[]" : "]");
        } else if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(property -> {
                if (!property.getValue().isNull()) {
                    sorted.put(property.getKey(), property.getValue());
                }
            });
            char before = '{';
            for (Map.Entry<String, JsonNode> property : sorted.entrySet()) {
                out.append(before);
                CanonicalJson.text(property.getKey(), out);
                out.append(':');
                write(property.getValue(), out);
                before = ',';
            }
            out.append(before == '{' ? "{}" : "}");
        } else {
            out.append(node);
        }
    }
}
