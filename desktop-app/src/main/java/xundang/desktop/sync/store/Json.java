package xundang.desktop.sync.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import xundang.model.json.ModelJson;
import xundang.model.sync.Op;

/** How records and ops stand in text columns. */
final class Json {
    /** Text of a record that own ops took away. */
    static final String GONE = "null";

    private static final TypeReference<Map<String, JsonNode>> FIELDS = new TypeReference<>() {};

    private Json() {}

    static @Nullable Map<String, JsonNode> fields(String text) {
        return text.equals(GONE) ? null : ModelJson.mapper().readValue(text, FIELDS);
    }

    static String text(@Nullable Map<String, JsonNode> fields) {
        return fields == null ? GONE : ModelJson.mapper().writeValueAsString(fields);
    }

    static Op op(String body) {
        return ModelJson.mapper().readValue(body, Op.class);
    }

    static String text(Op op) {
        return ModelJson.mapper().writeValueAsString(op);
    }
}
