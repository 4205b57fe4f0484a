package xundang.model.sync;

import java.util.List;
import java.util.Map;

/**
 * Fields that make sense only together: the longitude of one person with the latitude of another would be a third place. They are merged
 * as one, and so a patch that changes one field of a group names all of them, the unchanged ones with the same value twice.
 */
public final class FieldGroups {
    private static final Map<String, List<List<String>>> BY_TYPE =
            Map.of(RecordType.ASSET.name(), List.of(List.of("lon", "lat", "coord_system"), List.of("site_id", "site")));

    private FieldGroups() {}

    /** The groups of each record type that has any, by the type's name as it travels. */
    public static Map<String, List<List<String>>> byType() {
        return BY_TYPE;
    }

    /** The groups of that type of record; none for most. */
    public static List<List<String>> of(RecordType type) {
        return BY_TYPE.getOrDefault(type.name(), List.of());
    }

    /** The fields that are merged as one with this one, itself among them; itself alone when no group is declared. */
    public static List<String> groupOf(RecordType type, String field) {
        return groupOf(of(type), field);
    }

    /** As {@link #groupOf(RecordType, String)}, among the groups given. */
    public static List<String> groupOf(List<List<String>> groups, String field) {
        return groups.stream()
                .filter(group -> group.contains(field))
                .findFirst()
                .orElse(List.of(field));
    }
}
