package xundang.server.ledger;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
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

    /** SHA-256 over the canonical text. */
    static String sha256(JsonNode node) {
        return Sha256.hex(ModelJson.mapper().writeValueAsString(canonical(node)));
    }

    private static JsonNode canonical(JsonNode node) {
        var nodes = ModelJson.mapper().getNodeFactory();
        if (node.isString()) {
            return nodes.stringNode(Normalizer.normalize(node.stringValue(), Normalizer.Form.NFC));
        }
        if (node.isNumber()) {
            // As text, so that 1, 1.0 and 1e0 are one value whatever class of number they were read as.
            BigDecimal number = node.decimalValue().stripTrailingZeros();
            // The plain form of 1e999999999 would fill the memory.
            boolean plain = Math.abs((long) number.scale()) <= PLAIN_DIGITS;
            return nodes.stringNode("#" + (plain ? number.toPlainString() : number.toString()));
        }
        if (node.isArray()) {
            ArrayNode array = nodes.arrayNode();
            node.forEach(item -> array.add(canonical(item)));
            return array;
        }
        if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(property -> {
                if (!property.getValue().isNull()) {
                    sorted.put(property.getKey(), property.getValue());
                }
            });
            ObjectNode object = nodes.objectNode();
            sorted.forEach((name, value) -> object.set(name, canonical(value)));
            return object;
        }
        return node;
    }
}
