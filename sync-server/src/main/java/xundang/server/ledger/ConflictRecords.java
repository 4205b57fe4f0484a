package xundang.server.ledger;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import xundang.model.id.IdSource;
import xundang.model.json.ModelJson;
import xundang.model.sync.Op;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.server.platform.db.Tx;

/**
 * Opens conflicts. A conflict is an ordinary synced record: the server's value shows, the author's is kept in it, both people see it, and
 * no later success can make it forgotten.
 */
final class ConflictRecords {
    /** Why two values stand beside each other. */
    enum Kind {
        /** Two people changed the same field. */
        EDIT,
        /** Somebody deleted what somebody else had changed, or changed what was deleted. */
        DELETE,
        /** Two objects carry the same number. */
        DUPLICATE
    }

    private final RecordWriter writer;
    private final IdSource ids;

    ConflictRecords(RecordWriter writer, IdSource ids) {
        this.writer = writer;
        this.ids = ids;
    }

    /** Opens a conflict about one record; returns its id. */
    UUID open(Tx tx, LedgerRecord about, Op op, Author author, Kind kind, ThreeWayMerge.Clash clash, Batch batch) {
        JsonNodeFactory nodes = ModelJson.mapper().getNodeFactory();
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        fields.put("kind", nodes.stringNode(kind.name().toLowerCase(Locale.ROOT)));
        fields.put("rec_type", nodes.stringNode(about.key().type().name()));
        fields.put("rec_id", nodes.stringNode(about.key().id().toString()));
        fields.put("field", nodes.stringNode(clash.field()));
        ThreeWayMerge.put(fields, "base", clash.base());
        ThreeWayMerge.put(fields, "server", clash.server());
        fields.put("server_rev", nodes.numberNode(about.rev()));
        ThreeWayMerge.put(fields, "client", clash.client());
        fields.put("op_id", nodes.stringNode(op.opId().toString()));
        fields.put("device_id", nodes.stringNode(author.device().toString()));
        fields.put("user_id", nodes.stringNode(author.user().toString()));
        fields.put("state", nodes.stringNode("open"));
        UUID id = ids.next();
        UUID asset = assetOf(about);
        if (asset != null) {
            fields.put("asset_id", nodes.stringNode(asset.toString()));
        }
        writer.insert(
                tx,
                new LedgerRecord(new RecordKey(RecordType.CONFLICT, id), about.scope(), 1, false, asset, fields),
                batch);
        return id;
    }

    private static @Nullable UUID assetOf(LedgerRecord about) {
        return about.key().type().equals(RecordType.ASSET) ? about.key().id() : about.assetId();
    }
}
