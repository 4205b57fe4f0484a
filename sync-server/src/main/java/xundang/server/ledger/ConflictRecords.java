package xundang.server.ledger;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import xundang.model.id.IdSource;
import xundang.model.json.ModelJson;
import xundang.model.sync.ConflictBody;
import xundang.model.sync.Op;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.server.platform.db.Tx;

/**
 * Opens conflicts and keeps open ones up to date. A conflict is an ordinary synced record: the server's value shows, the author's is kept
 * in it, both people see it, and no later success can make it forgotten. The shapes of its values stand in {@link ConflictBody}.
 */
final class ConflictRecords {
    private static final TypeReference<LinkedHashMap<String, JsonNode>> FIELDS = new TypeReference<>() {};

    /** Why two values stand beside each other. */
    enum Kind {
        /** Two people changed the same field. */
        EDIT,
        /** Somebody deleted what somebody else had changed, or changed what was deleted. */
        DELETE,
        /** Two objects carry the same number. */
        DUPLICATE,
        /** The change breaks a rule together with what others did. */
        RULE
    }

    /** The two values, and the reason where a rule is in the way. */
    record Values(
            Kind kind,
            String field,
            @Nullable JsonNode base,
            @Nullable JsonNode server,
            @Nullable JsonNode client,
            @Nullable String reason) {}

    private final RecordWriter writer;
    private final FieldOrigins origins;
    private final IdSource ids;

    ConflictRecords(RecordWriter writer, FieldOrigins origins, IdSource ids) {
        this.writer = writer;
        this.origins = origins;
        this.ids = ids;
    }

    /** Opens a conflict about one record; returns its id. {@code ledgerSide}: who made the ledger's value. */
    UUID open(
            Tx tx,
            LedgerRecord about,
            Op op,
            Author author,
            Values values,
            Optional<FieldOrigins.Origin> ledgerSide,
            Batch batch) {
        UUID asset = assetOf(about);
        ConflictBody body = new ConflictBody(
                values.kind().name().toLowerCase(Locale.ROOT),
                about.key().type(),
                about.key().id(),
                asset,
                values.field(),
                values.base(),
                values.server(),
                about.rev(),
                values.client(),
                op.opId(),
                author.device().value(),
                author.user().value(),
                origins.nameOf(tx, author.user().value()).orElse(null),
                op.at(),
                ledgerSide.map(FieldOrigins.Origin::user).orElse(null),
                ledgerSide.map(FieldOrigins.Origin::name).orElse(null),
                ledgerSide.map(FieldOrigins.Origin::at).orElse(null),
                values.reason(),
                ConflictBody.OPEN,
                null);
        UUID id = ids.next();
        Map<String, JsonNode> fields = ModelJson.mapper().convertValue(body, FIELDS);
        fields.values().removeIf(JsonValues::isNothing);
        RecordKey key = new RecordKey(RecordType.CONFLICT, id);
        writer.insert(tx, NewRecord.of(new LedgerRecord(key, about.scope(), 1, false, asset, fields)), batch);
        return id;
    }

    /** The ledger's value has changed since: the conflict shows the new one and stays open. Returns the conflict as it is now. */
    LedgerRecord refresh(
            Tx tx,
            LedgerRecord conflict,
            LedgerRecord about,
            @Nullable JsonNode server,
            Optional<FieldOrigins.Origin> ledgerSide,
            Batch batch) {
        JsonNodeFactory nodes = ModelJson.mapper().getNodeFactory();
        Map<String, JsonNode> fields = new LinkedHashMap<>(conflict.fields());
        ThreeWayMerge.put(fields, "server", server);
        fields.put("server_rev", nodes.numberNode(about.rev()));
        ObjectNode side = ModelJson.mapper().createObjectNode();
        ledgerSide.ifPresent(origin -> {
            side.put("server_user_id", origin.user().toString());
            side.put("server_user_name", origin.name());
            side.set("server_at", ModelJson.mapper().valueToTree(origin.at()));
        });
        for (String name : new String[] {"server_user_id", "server_user_name", "server_at"}) {
            ThreeWayMerge.put(fields, name, side.get(name));
        }
        return write(tx, conflict, fields, batch);
    }

    /** Changes fields of an open conflict. */
    LedgerRecord write(Tx tx, LedgerRecord conflict, Map<String, JsonNode> fields, Batch batch) {
        LedgerRecord now = conflict.changedTo(conflict.scope(), fields);
        writer.update(tx, conflict, now, batch);
        return now;
    }

    private static @Nullable UUID assetOf(LedgerRecord about) {
        return about.key().type().equals(RecordType.ASSET) ? about.key().id() : about.assetId();
    }
}
