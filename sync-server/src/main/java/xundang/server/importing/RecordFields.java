package xundang.server.importing;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import xundang.model.json.ModelJson;

/** Collects a record's fields; what the source does not say is left out. */
final class RecordFields {
    private final Map<String, JsonNode> fields = new LinkedHashMap<>();
    private final ObjectNode sources = ModelJson.mapper().createObjectNode();

    RecordFields text(String field, String value) {
        if (!value.isEmpty()) {
            fields.put(field, StringNode.valueOf(value));
        }
        return this;
    }

    RecordFields number(String field, Optional<BigDecimal> value) {
        value.ifPresent(number -> fields.put(field, DecimalNode.valueOf(number)));
        return this;
    }

    RecordFields number(String field, int value) {
        fields.put(field, IntNode.valueOf(value));
        return this;
    }

    RecordFields flag(String field) {
        fields.put(field, BooleanNode.TRUE);
        return this;
    }

    RecordFields json(String field, JsonNode value) {
        fields.put(field, value);
        return this;
    }

    /** Says where these fields come from, as far as they are there; none of them has been verified on site. */
    RecordFields from(String source, String... names) {
        for (String name : names) {
            if (fields.containsKey(name)) {
                sources.putObject(name).put("source", source).putNull("verified_at");
            }
        }
        return this;
    }

    /** All fields with their sources. */
    Map<String, JsonNode> done() {
        Map<String, JsonNode> all = new LinkedHashMap<>(fields);
        if (!sources.isEmpty()) {
            all.put("sources", sources);
        }
        return all;
    }
}
