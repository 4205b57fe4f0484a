package xundang.server.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.model.sync.FieldChange;
import xundang.model.sync.FieldGroups;

/**
 * What a patch does to a record, field by field: already so, applied, or a clash with somebody else's change. Values chain: a device's
 * second offline edit starts from the result of its first and does not clash with it.
 *
 * @param fields all fields after the merge
 * @param changed whether any field got another value
 * @param clashes what somebody else has changed to something different; it keeps the server's value
 */
record ThreeWayMerge(Map<String, JsonNode> fields, boolean changed, List<Clash> clashes) {

    /** One value that two people changed differently: a field, or a declared group of fields that only make sense together. */
    record Clash(List<String> group) {}

    /** Merges {@code set} into {@code current}; fields of one group are applied together or clash together. */
    static ThreeWayMerge of(
            Map<String, JsonNode> current, Map<String, FieldChange> set, List<List<String>> fieldGroups) {
        Map<String, JsonNode> fields = new LinkedHashMap<>(current);
        List<Clash> clashes = new ArrayList<>();
        boolean changed = false;
        Set<List<String>> groups = new LinkedHashSet<>();
        set.keySet().forEach(field -> groups.add(FieldGroups.groupOf(fieldGroups, field)));
        for (List<String> group : groups) {
            Map<String, FieldChange> touched = new LinkedHashMap<>();
            for (String field : group) {
                FieldChange change = set.get(field);
                if (change != null && !JsonValues.same(current.get(field), change.to())) {
                    touched.put(field, change);
                }
            }
            boolean clash = touched.entrySet().stream()
                    .anyMatch(entry -> !JsonValues.same(
                            current.get(entry.getKey()), entry.getValue().from()));
            if (clash) {
                clashes.add(new Clash(group));
                continue;
            }
            touched.forEach((field, change) -> put(fields, field, change.to()));
            changed = changed || !touched.isEmpty();
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
}
