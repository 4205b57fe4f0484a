package xundang.desktop.sync.store;

import static xundang.desktop.platform.db.generated.Tables.EXPORTED;
import static xundang.desktop.platform.db.generated.Tables.OUTBOX;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.platform.db.generated.tables.records.OutboxRecord;
import xundang.desktop.sync.Outbox;
import xundang.desktop.sync.OutboxOp;
import xundang.desktop.sync.Overlay;
import xundang.model.sync.FieldChange;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.RecordKey;

/** Takes own changes into the queue and shows them at once. */
public final class OutboxStore implements Outbox {
    private final RecordStore records;
    private final UploadStore uploads;

    public OutboxStore(RecordStore records, UploadStore uploads) {
        this.records = records;
        this.uploads = uploads;
    }

    @Override
    public void append(Tx tx, List<OutboxOp> ops) {
        Map<RecordKey, RecordStore.Visible> before = new LinkedHashMap<>();
        for (OutboxOp op : ops) {
            if (!known(tx, op)) {
                before.computeIfAbsent(op.key(), key -> records.visible(tx, key));
                if (!merged(tx, op)) {
                    insert(tx, op);
                }
            }
        }
        before.forEach((key, seen) -> records.replay(tx, key, seen));
    }

    private static boolean known(Tx tx, OutboxOp op) {
        return tx.dsl().fetchExists(OUTBOX, OUTBOX.OP_ID.eq(op.opId()));
    }

    /** Only the record's very last op may take the new one in: otherwise an op between the two would be overtaken. */
    private static boolean merged(Tx tx, OutboxOp added) {
        Op later = added.withoutNumber();
        if (!Overlay.patches(later) || added.group() != null) {
            return false;
        }
        Optional<OutboxRecord> last = tx.dsl()
                .selectFrom(OUTBOX)
                .where(
                        OUTBOX.REC_TYPE.eq(added.key().type().name()),
                        OUTBOX.REC_ID.eq(added.key().id()))
                .orderBy(OUTBOX.LOCAL_ID.desc())
                .limit(1)
                .fetchOptional();
        if (last.isEmpty() || !takesIn(tx, last.get(), added)) {
            return false;
        }
        OutboxRecord row = last.get();
        tx.dsl()
                .update(OUTBOX)
                .set(OUTBOX.OP_ID, later.opId())
                .set(OUTBOX.BODY, Json.text(Overlay.merge(Json.op(row.getBody()), later)))
                .where(OUTBOX.LOCAL_ID.eq(row.getLocalId()))
                .execute();
        return true;
    }

    /** What a package holds goes out as it is, like what was sent: the same op must never have two contents. */
    private static boolean takesIn(Tx tx, OutboxRecord row, OutboxOp added) {
        if (OpState.of(row.getState()) != OpState.PENDING
                || row.getOpGroup() != null
                || tx.dsl().fetchExists(EXPORTED, EXPORTED.ITEM.eq(row.getOpId()))
                || !row.getSubject().equals(added.subject())
                || !row.getUserId().equals(added.userId().value())) {
            return false;
        }
        Op earlier = Json.op(row.getBody());
        return earlier.kind().equals(added.kind()) && earlier.v() == added.v();
    }

    private void insert(Tx tx, OutboxOp op) {
        OutboxRecord row = new OutboxRecord();
        row.setOpId(op.opId());
        row.setOpGroup(op.group());
        row.setRecType(op.key().type().name());
        row.setRecId(op.key().id());
        row.setSubject(op.subject());
        row.setUserId(op.userId().value());
        row.setBody(Json.text(op.withoutNumber()));
        row.setScope(op.scope());
        row.setState(OpState.PENDING.column());
        row.setMadeAt(op.at());
        if (op.kind().equals(OpKind.PHOTO_ATTACH)) {
            String sha256 = value(op, "sha256").asString();
            row.setSha256(sha256);
            uploads.queue(
                    tx,
                    new UploadStore.Waiting(
                            sha256,
                            value(op, "size").asLong(),
                            value(op, "mime").asString()),
                    op.subject(),
                    op.at());
        }
        tx.dsl().insertInto(OUTBOX).set(row).execute();
    }

    private static JsonNode value(OutboxOp op, String field) {
        FieldChange change = op.set().get(field);
        JsonNode to = change == null ? null : change.to();
        if (to == null) {
            throw new IllegalArgumentException("photo.attach without " + field);
        }
        return to;
    }
}
