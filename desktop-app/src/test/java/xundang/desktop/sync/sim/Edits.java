package xundang.desktop.sync.sim;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import xundang.desktop.sync.OutboxOp;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.RecordHash;
import xundang.model.json.ModelJson;
import xundang.model.photo.PhotoBody;
import xundang.model.sync.FieldChange;
import xundang.model.sync.OpKind;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.model.template.Verdict;

/** What a person at a laptop does, as the features of the program would queue it. */
final class Edits {
    private final SimClient client;

    Edits(SimClient client) {
        this.client = client;
    }

    /** Changes fields of an object, from what is seen to the given values; null removes one. */
    SimClient.Saved patch(UUID asset, Map<String, @Nullable String> values) {
        return client.save(asset, List.of(patchOp(asset, values)));
    }

    OutboxOp patchOp(UUID asset, Map<String, @Nullable String> values) {
        Map<String, JsonNode> seen = client.fields(new RecordKey(RecordType.ASSET, asset));
        Map<String, FieldChange> set = new LinkedHashMap<>();
        values.forEach((field, value) -> set.put(field, new FieldChange(seen.get(field), text(value))));
        return op(null, OpKind.ASSET_PATCH, RecordType.ASSET, asset, asset, set);
    }

    SimClient.Saved create(UUID asset, @Nullable String site, String number) {
        Map<String, FieldChange> set = new LinkedHashMap<>();
        set.put("asset_no", to(number));
        set.put("category", to("ups_host"));
        set.put("name", to("UPS主机"));
        if (site != null) {
            set.put("site_id", to(site));
        }
        return client.save(asset, List.of(op(null, OpKind.ASSET_CREATE, RecordType.ASSET, asset, asset, set)));
    }

    SimClient.Saved delete(UUID asset) {
        return client.save(
                asset, List.of(op(null, new OpKind("asset.delete"), RecordType.ASSET, asset, asset, Map.of())));
    }

    SimClient.Saved resolve(UUID conflict, @Nullable JsonNode value) {
        Map<String, FieldChange> set = Map.of("resolution", new FieldChange(null, value));
        return client.save(
                conflict, List.of(op(null, OpKind.CONFLICT_RESOLVE, RecordType.CONFLICT, conflict, conflict, set)));
    }

    /** An inspection with its pictures, as one group. */
    SimClient.Saved inspect(UUID asset, List<byte[]> pictures) {
        return inspect(asset, pictures, null);
    }

    /** @param badKind mime type of a last picture that the server will refuse, so that the whole group fails; null for none */
    SimClient.Saved inspect(UUID asset, List<byte[]> pictures, @Nullable String badKind) {
        UUID inspection = client.nextId();
        UUID group = client.nextId();
        List<OutboxOp> ops = new ArrayList<>();
        ops.add(op(
                group,
                OpKind.INSPECTION_CREATE,
                RecordType.INSPECTION,
                inspection,
                inspection,
                created(inspection(asset))));
        for (int i = 0; i < pictures.size(); i++) {
            boolean bad = badKind != null && i == pictures.size() - 1;
            ops.add(op(
                    group,
                    OpKind.PHOTO_ATTACH,
                    RecordType.PHOTO,
                    client.nextId(),
                    inspection,
                    created(photo(asset, inspection, pictures.get(i), bad ? badKind : "image/jpeg"))));
        }
        return client.save(inspection, ops);
    }

    /** An op of any kind and shape. */
    SimClient.Saved odd(String kind, int version, UUID record, Map<String, FieldChange> set) {
        OpKind opKind = new OpKind(kind);
        RecordType type = new RecordType(kind.substring(0, kind.indexOf('.')));
        OutboxOp op = op(null, opKind, type, record, record, set);
        return client.save(
                record,
                List.of(new OutboxOp(
                        op.opId(),
                        null,
                        opKind,
                        version,
                        op.key(),
                        op.scope(),
                        op.baseRev(),
                        set,
                        op.at(),
                        op.clockOffsetMs(),
                        record,
                        op.userId())));
    }

    OutboxOp op(
            @Nullable UUID group,
            OpKind kind,
            RecordType type,
            UUID record,
            UUID subject,
            Map<String, FieldChange> set) {
        RecordKey key = new RecordKey(type, record);
        long rev = client.read(tx -> client.stores().records().rev(tx, key));
        long offset = client.read(tx -> client.stores().marks().millis(tx));
        return new OutboxOp(
                client.nextId(),
                group,
                kind,
                1,
                key,
                kind.name().endsWith(".create") || kind.name().endsWith(".attach") ? "*" : null,
                rev,
                set,
                now(),
                offset,
                subject,
                client.enrolment().user());
    }

    private InspectionBody inspection(UUID asset) {
        return RecordHash.seal(new InspectionBody(
                new AssetId(asset),
                "ups-m",
                1,
                null,
                null,
                now(),
                now(),
                client.enrolment().user(),
                client.enrolment().name(),
                client.enrolment().device(),
                0,
                Map.of(),
                List.of(),
                null,
                Verdict.NORMAL,
                ""));
    }

    private PhotoBody photo(UUID asset, UUID inspection, byte[] bytes, String mime) {
        return new PhotoBody(
                client.photos.add(bytes),
                bytes.length,
                mime,
                8,
                8,
                new AssetId(asset),
                new InspectionId(inspection),
                null,
                null,
                now(),
                null,
                client.enrolment().user(),
                client.enrolment().name(),
                null);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(client.clock.instant(), ZoneOffset.ofHours(8));
    }

    static Map<String, FieldChange> created(Object body) {
        Map<String, FieldChange> set = new LinkedHashMap<>();
        ModelJson.mapper()
                .<JsonNode>valueToTree(body)
                .properties()
                .forEach(field -> set.put(field.getKey(), new FieldChange(null, field.getValue())));
        return set;
    }

    static FieldChange to(String value) {
        return new FieldChange(null, text(value));
    }

    static @Nullable JsonNode text(@Nullable String value) {
        return value == null ? null : JsonNodeFactory.instance.stringNode(value);
    }
}
