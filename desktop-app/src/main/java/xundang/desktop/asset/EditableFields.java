package xundang.desktop.asset;

import java.util.Set;
import xundang.desktop.platform.value.FieldMeaning;
import xundang.model.asset.AttributeType;

/**
 * Which fields of an object a person may change in its file. The number stands on the label and is never reused; category, site and state
 * follow rules of their own; coordinates only make sense together with their system; the rest is the program's own.
 */
final class EditableFields {
    private static final Set<String> FIXED = Set.of(
            "asset_no",
            "category",
            "state",
            "site_id",
            "site",
            "lon",
            "lat",
            "coord_system",
            "coord_raw",
            "coord_source",
            "coord_accuracy_m",
            "photos",
            "tag_state",
            "last_inspected",
            "next_due",
            "source",
            "sources",
            "import_key",
            "sample",
            "unit_index",
            "unit_count");

    private EditableFields() {}

    static boolean contains(FieldMeaning meaning) {
        return meaning.def() != null && meaning.type() != AttributeType.OBJECT && !FIXED.contains(meaning.field());
    }
}
