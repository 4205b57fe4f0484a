package xundang.server.ledger;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import xundang.model.json.ModelJson;

/**
 * How a conflict names and holds the fields that it is about: one field by its name and value; a group of fields as their names joined by
 * {@code +} and one object.
 */
final class GroupValue {
    private static final String JOINT = "+";

    private GroupValue() {}

    static String name(List<String> group) {
        return String.join(JOINT, group);
    }

    static List<String> fields(String name) {
        return Arrays.asList(name.split("\\+", -1));
    }

    /** The value of a field, or an object with the values of the group; null for no value at all. */
    static @Nullable JsonNode of(List<String> group, Map<String, JsonNode> values) {
        if (group.size() == 1) {
            return values.get(group.getFirst());
        }
        ObjectNode object = ModelJson.mapper().createObjectNode();
        for (String field : group) {
            JsonNode value = values.get(field);
            if (value != null && !JsonValues.isNothing(value)) {
                object.set(field, value);
            }
        }
        return object.isEmpty() ? null : object;
    }

    /** The values by field; empty when {@code value} does not have the shape that the group needs. */
    static Optional<Map<String, @Nullable JsonNode>> split(List<String> group, @Nullable JsonNode value) {
        Map<String, @Nullable JsonNode> values = new LinkedHashMap<>();
        if (group.size() == 1) {
            values.put(group.getFirst(), value);
            return Optional.of(values);
        }
        if (value != null && !JsonValues.isNothing(value) && !value.isObject()) {
            return Optional.empty();
        }
        if (value != null && value.isObject() && !group.containsAll(value.propertyNames())) {
            return Optional.empty();
        }
        for (String field : group) {
            values.put(field, value == null ? null : value.get(field));
        }
        return Optional.of(values);
    }
}
