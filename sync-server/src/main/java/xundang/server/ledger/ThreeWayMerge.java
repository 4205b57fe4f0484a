package xundang.server.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.model.sync.FieldChange;

/**
 * What a patch does to a record, field by field: already so, applied, or a clash with somebody else's change. Values chain: a device's
 * second offline edit starts from the result of its first and does not clash with it.
 *
 * @param fields all fields after the merge
 * @param changed whether any field got another value
 * @param clashes fields that somebody else has changed to something different; they keep the server's value
 */
record ThreeWayMerge(Map<String, JsonNode> fields, boolean changed, List<Clash> clashes) {

    /** One field that two people changed differently. */
    record Clash(
            String field,
            @Nullable JsonNode base,
            @Nullable JsonNode server,
            @Nullable JsonNode client) {}

    /** Merges {@code set} into {@code current}; fields of one group are applied together or clash together. */
    static ThreeWayMerge of(
            Map<String, JsonNode> current, Map<String, FieldChange> set, List<List<String>> fieldGroups) {
        Map<String, JsonNode> fields = new LinkedHashMap<>(current);
        List<Clash> clashes = new ArrayList<>();
        boolean changed = false;
        for (Map.Entry<String, FieldChange> entry : set.entrySet()) {
            String field = entry.getKey();
            FieldChange change = entry.getValue();
            JsonNode now = current.get(field);
            if (JsonValues.same(now, change.to())) {
                continue;
            }
            if (clashes(current, set, groupOf(field, fieldGroups))) {
                clashes.add(new Clash(field, change.from(), now, change.to()));
                continue;
            }
            put(fields, field, change.to());
            changed = true;
        }
        return new ThreeWayMerge(fields, changed, clashes);
    }

    /** Sets a field, or removes it when there is no value. */
    static void put(Map<String, JsonNode> fields, String field, @Nullable JsonNode to) {
        if (to == null || JsonValues.isNothing(to)) {
            fields.remove(field);
        } else {
            fields.put(field, to);
        }
    }

    private static List<String> groupOf(String field, List<List<String>> fieldGroups) {
        return fieldGroups.stream()
                .filter(group -> group.contains(field))
                .findFirst()
                .orElse(List.of(field));
    }

    private static boolean clashes(Map<String, JsonNode> current, Map<String, FieldChange> set, List<String> group) {
        return group.stream().anyMatch(field -> {
            FieldChange change = set.get(field);
            return change != null
                    && !JsonValues.same(current.get(field), change.to())
                    && !JsonValues.same(current.get(field), change.from());
        });
    }
}
