package xundang.desktop.inspection;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.desktop.session.Session;
import xundang.desktop.sync.OutboxOp;
import xundang.model.id.IdSource;
import xundang.model.inspection.Basis;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.Reading;
import xundang.model.inspection.RecordHash;
import xundang.model.json.ModelJson;
import xundang.model.photo.PhotoBody;
import xundang.model.photo.PhotoId;
import xundang.model.sync.FieldChange;
import xundang.model.sync.Limits;
import xundang.model.sync.OpKind;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.model.template.FormEngine;

/** Makes of a complete draft what goes to the server: one sealed inspection and one op per picture, in one group. Pure. */
final class Submission {
    /** Most ops that the server takes in one group. */
    private static final int MAX_GROUP = 100;

    /** Most that a group may need: the server's limit for one push, less room for the envelope and for what a later version adds. */
    static final long MOST_BYTES = Limits.DEFAULT.maxBytes() - 64L * 1024;

    /** Ids, times and names of one op besides its fields, generously. */
    private static final int OP_FRAME = 600;

    private static final String NO_SITE = "*";

    private final Session session;
    private final IdSource ids;
    private final FormEngine engine = new FormEngine();

    Submission(Session session, IdSource ids) {
        this.session = session;
        this.ids = ids;
    }

    /**
     * The change that freezes the draft.
     *
     * @param site the asset's site, which decides who gets to see the inspection
     * @param photos all pictures of the draft
     * @param basis what its limits were worked out with
     */
    InspectionChange.Submit of(
            DraftReader.Open open,
            Map<PhotoId, PhotoBody> photos,
            Basis basis,
            @Nullable UUID site,
            OffsetDateTime at,
            long clockOffsetMs) {
        InspectionId id = open.row().id();
        InspectionBody body = RecordHash.seal(body(open, at, clockOffsetMs).withBasis(basis));
        Op op = new Op(id, ids.next(), site == null ? NO_SITE : site.toString(), at, clockOffsetMs);
        List<OutboxOp> ops = new ArrayList<>();
        ops.add(op(op, true, OpKind.INSPECTION_CREATE, new RecordKey(RecordType.INSPECTION, id.value()), body));
        photos.forEach((photo, photoBody) -> ops.add(op(
                op,
                ops.size() < MAX_GROUP,
                OpKind.PHOTO_ATTACH,
                new RecordKey(RecordType.PHOTO, photo.value()),
                photoBody)));
        return new InspectionChange.Submit(body, List.copyOf(ops));
    }

    /** Bytes on the wire, unpacked, of what has to go together. */
    static long bytes(InspectionChange.Submit change) {
        return change.ops().stream()
                .filter(op -> op.group() != null)
                .mapToLong(op -> ModelJson.mapper().writeValueAsBytes(op.set()).length + OP_FRAME)
                .sum();
    }

    private InspectionBody body(DraftReader.Open open, OffsetDateTime at, long clockOffsetMs) {
        InspectionRow row = open.row();
        List<Reading> readings = List.copyOf(open.draft().readings().values());
        return new InspectionBody(
                row.asset(),
                row.templateId(),
                row.templateVersion(),
                row.plannedFor(),
                row.startedAt(),
                at,
                session.user(),
                session.name(),
                session.device(),
                clockOffsetMs,
                row.observed(),
                readings,
                null,
                engine.worst(readings.stream().map(Reading::verdict).toList()),
                "");
    }

    /** What all ops of one submission share. */
    private record Op(InspectionId inspection, UUID group, String scope, OffsetDateTime at, long clockOffsetMs) {}

    private OutboxOp op(Op shared, boolean grouped, OpKind kind, RecordKey key, Object body) {
        JsonNode fields = ModelJson.mapper().valueToTree(body);
        Map<String, FieldChange> set = new LinkedHashMap<>();
        fields.properties().forEach(field -> set.put(field.getKey(), new FieldChange(null, field.getValue())));
        return new OutboxOp(
                ids.next(),
                grouped ? shared.group() : null,
                kind,
                1,
                key,
                shared.scope(),
                0,
                set,
                shared.at(),
                shared.clockOffsetMs(),
                shared.inspection().value(),
                session.user());
    }
}
