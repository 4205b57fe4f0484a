package xundang.desktop.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.store.SubjectStore.Line;
import xundang.desktop.sync.store.SyncStores;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;

/** Puts a name to each line of the queue: number and name of the asset that it is about. */
final class QueueReader {
    private final SyncStores stores;

    QueueReader(SyncStores stores) {
        this.stores = stores;
    }

    List<SyncControl.QueueEntry> entries(Tx tx, int limit) {
        return stores.subjects().lines(tx, limit).stream()
                .map(line -> entry(tx, line))
                .toList();
    }

    private SyncControl.QueueEntry entry(Tx tx, Line line) {
        return new SyncControl.QueueEntry(line.opId(), line.kind(), title(tx, line.key()), line.state(), line.reason());
    }

    private String title(Tx tx, RecordKey key) {
        Map<String, JsonNode> fields = stores.records().fields(tx, key).orElse(Map.of());
        String own = name(fields);
        if (!own.isEmpty()) {
            return own;
        }
        return assetId(fields)
                .flatMap(id -> stores.records().fields(tx, new RecordKey(RecordType.ASSET, id)))
                .map(QueueReader::name)
                .orElse("");
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
