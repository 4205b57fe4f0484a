package xundang.server.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.model.sync.RecordKey;

/**
 * Current state of a synced record.
 *
 * @param rev grows by one with each change, from 1
 * @param deleted a tombstone; its fields are the last ones
 * @param assetId the object that it belongs to and whose scope it follows; absent for records of no object
 */
public record LedgerRecord(
        RecordKey key,
        String scope,
        long rev,
        boolean deleted,
        @Nullable UUID assetId,
        Map<String, JsonNode> fields) {

    /** A field as text, if it is there and is a text. */
    public Optional<String> text(String field) {
        JsonNode node = fields.get(field);
        return node != null && node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    LedgerRecord changedTo(String newScope, Map<String, JsonNode> newFields) {
        return new LedgerRecord(key, newScope, rev + 1, false, assetId, newFields);
    }

    LedgerRecord tombstone() {
        return new LedgerRecord(key, scope, rev + 1, true, assetId, fields);
    }
}
