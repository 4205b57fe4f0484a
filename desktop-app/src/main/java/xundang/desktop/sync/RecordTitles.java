package xundang.desktop.sync;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.db.Tx;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;

/** Puts a name to a record: number and name of the object that it is, or belongs to. */
final class RecordTitles {
    private final Records records;

    RecordTitles(Records records) {
        this.records = records;
    }

    /** Number and name; empty when this laptop knows neither. */
    String title(Tx tx, RecordKey key) {
        return name(object(tx, key));
    }

    /** Code of the object's category; empty when unknown. */
    String category(Tx tx, RecordKey key) {
        return text(object(tx, key).get("category"));
    }

    /** The fields of the object that the record is or names. */
    private Map<String, JsonNode> object(Tx tx, RecordKey key) {
        Map<String, JsonNode> fields = records.fields(tx, key).orElse(Map.of());
        if (!name(fields).isEmpty()) {
            return fields;
        }
        return assetId(fields)
                .flatMap(id -> records.fields(tx, new RecordKey(RecordType.ASSET, id)))
                .orElse(fields);
    }

    private static String name(Map<String, JsonNode> fields) {
        return (text(fields.get("asset_no")) + " " + text(fields.get("name"))).strip();
    }

    private static Optional<UUID> assetId(Map<String, JsonNode> fields) {
        try {
            return Optional.of(text(fields.get("asset_id")))
                    .filter(id -> !id.isEmpty())
                    .map(UUID::fromString);
        } catch (IllegalArgumentException ignored) {
            // A record of a later version may use another kind of id; its line then simply has no title.
            return Optional.empty();
        }
    }

    private static String text(@Nullable JsonNode value) {
        return value == null || !value.isString() ? "" : value.stringValue();
    }
}
