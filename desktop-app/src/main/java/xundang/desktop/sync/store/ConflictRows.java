package xundang.desktop.sync.store;

import static xundang.desktop.platform.db.generated.Tables.CONFLICT;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.platform.db.generated.tables.records.ConflictRecord;
import xundang.desktop.sync.RecordListener;
import xundang.model.sync.ConflictBody;
import xundang.model.sync.RecordType;

/** Keeps the rows that count and find conflicts in step with their records. */
final class ConflictRows implements RecordListener {
    /** Op id of a conflict whose record does not say it in a way that this program understands: no op is waiting for it. */
    private static final UUID NO_OP = new UUID(0, 0);

    @Override
    public RecordType type() {
        return RecordType.CONFLICT;
    }

    /** A conflict that left this laptop counts as settled: nothing can be decided here, and its op must not call for a person for ever. */
    @Override
    public void changed(Tx tx, UUID id, String scope, @Nullable Map<String, JsonNode> fields) {
        if (fields == null) {
            tx.dsl()
                    .update(CONFLICT)
                    .set(CONFLICT.SETTLED, true)
                    .where(CONFLICT.CONFLICT_ID.eq(id))
                    .execute();
            return;
        }
        ConflictRecord row = new ConflictRecord();
        row.setConflictId(id);
        row.setOpId(uuid(fields, "op_id").orElse(NO_OP));
        row.setAssetId(uuid(fields, "asset_id").orElse(null));
        JsonNode state = fields.get("state");
        row.setSettled(state != null && state.isString() && state.stringValue().equals(ConflictBody.SETTLED));
        tx.dsl().deleteFrom(CONFLICT).where(CONFLICT.CONFLICT_ID.eq(id)).execute();
        tx.dsl().insertInto(CONFLICT).set(row).execute();
    }

    private static Optional<UUID> uuid(Map<String, JsonNode> fields, String name) {
        JsonNode value = fields.get(name);
        try {
            return value == null || !value.isString()
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(value.stringValue()));
        } catch (IllegalArgumentException ofALaterVersion) {
            // The record itself is kept whole; only the shortcut to it is missing.
            return Optional.empty();
        }
    }
}
