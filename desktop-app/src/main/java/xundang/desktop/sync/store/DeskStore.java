package xundang.desktop.sync.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.when;
import static xundang.desktop.platform.db.generated.Tables.CONFLICT;
import static xundang.desktop.platform.db.generated.Tables.DESK_DECISION;
import static xundang.desktop.platform.db.generated.Tables.OUTBOX;
import static xundang.desktop.platform.db.generated.Tables.UPLOAD;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.db.LocalDatabase;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.platform.db.generated.tables.records.OutboxRecord;
import xundang.desktop.sync.DeskChange;
import xundang.desktop.sync.Outbox;
import xundang.desktop.sync.OutboxOp;
import xundang.desktop.sync.Overlay;
import xundang.model.json.ModelJson;
import xundang.model.sync.Op;
import xundang.model.sync.Problem;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;

/** What waits for a person, what a person decided, and what the server has confirmed. */
public final class DeskStore {
    /** The server's word for an op that was refused only because another one of its group was. */
    private static final String WITH_ITS_GROUP = "urn:xundang:problem:group-refused";

    /** Column {@code desk_decision.decision}. */
    private enum Decision {
        AGAIN,
        ASIDE;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One refused op.
     *
     * @param op as it was appended
     * @param together how many further ops of its group were refused with it
     */
    public record RefusedOp(
            OutboxOp op, boolean held, @Nullable Problem problem, int together) {}

    /** One subject that the server has confirmed something of. */
    public record ReceiptLine(
            UUID subject, RecordKey about, int records, int photos, int photosHeld, Instant confirmedAt) {}

    private final RecordStore records;
    private final Outbox outbox;

    public DeskStore(RecordStore records, Outbox outbox) {
        this.records = records;
        this.outbox = outbox;
    }

    /** Registers what replays the decisions; before {@link LocalDatabase#recover}. */
    public void register(LocalDatabase database) {
        register(database, DeskChange.SendAgain.TYPE, DeskChange.SendAgain.class);
        register(database, DeskChange.SetAside.TYPE, DeskChange.SetAside.class);
        register(database, DeskChange.Settle.TYPE, DeskChange.Settle.class);
    }

    private void register(LocalDatabase database, String type, Class<? extends DeskChange> shape) {
        database.register(type, (tx, change) -> apply(tx, ModelJson.mapper().treeToValue(change.body(), shape)));
    }

    private void apply(Tx tx, DeskChange change) {
        switch (change) {
            case DeskChange.SendAgain again -> {
                again.refused().forEach(op -> decide(tx, op, Decision.AGAIN));
                // A refused creation was still shown, as its only copy; the new one takes its place, fields given up
                // included.
                tx.dsl()
                        .update(OUTBOX)
                        .setNull(OUTBOX.AWAIT_REV)
                        .where(OUTBOX.OP_ID.in(again.refused()), OUTBOX.STATE.eq(OpState.REJECTED.column()))
                        .execute();
                outbox.append(tx, again.ops());
            }
            case DeskChange.SetAside aside -> aside.refused().forEach(op -> decide(tx, op, Decision.ASIDE));
            case DeskChange.Settle settle -> outbox.append(tx, List.of(settle.op()));
        }
    }

    private static void decide(Tx tx, UUID op, Decision decision) {
        tx.dsl()
                .insertInto(DESK_DECISION, DESK_DECISION.OP_ID, DESK_DECISION.DECISION)
                .values(op, decision.column())
                .onDuplicateKeyUpdate()
                .set(DESK_DECISION.DECISION, decision.column())
                .execute();
    }

    /** What was refused and nobody has decided about, oldest first; of a group the op that was the reason. */
    public List<RefusedOp> refused(Tx tx) {
        Set<UUID> groups = new HashSet<>();
        return tx
                .dsl()
                .selectFrom(OUTBOX)
                .where(Attention.REFUSED)
                .orderBy(OUTBOX.LOCAL_ID)
                .fetch(row -> refusedOp(tx, row))
                .stream()
                .filter(DeskStore::isTheReason)
                .filter(line ->
                        line.op().group() == null || groups.add(line.op().group()))
                .toList();
    }

    private static boolean isTheReason(RefusedOp line) {
        return line.problem() == null || !line.problem().type().equals(WITH_ITS_GROUP);
    }

    /** A refused op that nobody has decided about, with all of its group in their order; nothing when it is off the list. */
    public List<RefusedOp> unit(Tx tx, UUID opId) {
        return tx.dsl()
                .selectFrom(OUTBOX)
                .where(Attention.REFUSED, OUTBOX.OP_ID.eq(opId))
                .fetchOptional()
                .map(row -> tx.dsl()
                        .selectFrom(OUTBOX)
                        .where(Attention.REFUSED, sameUnit(row))
                        .orderBy(OUTBOX.LOCAL_ID)
                        .fetch(each -> refusedOp(tx, each)))
                .orElse(List.of());
    }

    private static Condition sameUnit(OutboxRecord row) {
        return row.getOpGroup() == null ? OUTBOX.OP_ID.eq(row.getOpId()) : OUTBOX.OP_GROUP.eq(row.getOpGroup());
    }

    private static RefusedOp refusedOp(Tx tx, OutboxRecord row) {
        int unit = row.getOpGroup() == null ? 1 : tx.dsl().fetchCount(OUTBOX, Attention.REFUSED, sameUnit(row));
        String problem = row.getProblem();
        return new RefusedOp(
                appended(row),
                OpState.of(row.getState()) == OpState.HELD,
                problem == null ? null : ModelJson.mapper().readValue(problem, Problem.class),
                unit - 1);
    }

    private static OutboxOp appended(OutboxRecord row) {
        Op op = Json.op(row.getBody());
        return new OutboxOp(
                op.opId(),
                op.group(),
                op.kind(),
                op.v(),
                op.key(),
                row.getScope(),
                op.baseRev(),
                op.set(),
                op.at(),
                op.clockOffsetMs(),
                row.getSubject(),
                op.userId());
    }

    /**
     * The values that a repetition of the op starts from: the server's, with own waiting ops on top of them. A refused creation that is
     * still shown as the only copy is not among them.
     */
    public Map<String, JsonNode> present(Tx tx, OutboxOp op) {
        boolean creates = Overlay.creates(op.withoutNumber());
        if (creates) {
            return records.base(tx, op.key())
                    .map(row -> Json.fields(row.getFields()))
                    .orElse(Map.of());
        }
        return records.fields(tx, op.key()).orElse(Map.of());
    }

    /** Conflicts about an object that nobody has decided yet. */
    public List<UUID> openConflicts(Tx tx, UUID asset) {
        return tx.dsl()
                .select(CONFLICT.CONFLICT_ID)
                .from(CONFLICT)
                .where(CONFLICT.ASSET_ID.eq(asset), Attention.UNDECIDED)
                .fetch(CONFLICT.CONFLICT_ID);
    }

    /** Whether an own op that settles the conflict is on its way. */
    public boolean isBeingSettled(Tx tx, UUID conflict) {
        return tx.dsl()
                .fetchExists(
                        OUTBOX,
                        OUTBOX.REC_TYPE.eq(RecordType.CONFLICT.name()),
                        OUTBOX.REC_ID.eq(conflict),
                        RecordStore.ON_TOP);
    }

    /** What the server has confirmed, by subject, newest first. Refused ops do not count. */
    public List<ReceiptLine> receipts(Tx tx, int limit) {
        Condition held = OUTBOX.STATE.notIn(OpState.OPEN);
        Condition photo = OUTBOX.REC_TYPE.eq(RecordType.PHOTO.name());
        Field<Integer> recordCount = count(when(held.and(photo.not()), OUTBOX.OP_ID));
        Field<Integer> photoCount = count(when(photo, OUTBOX.OP_ID));
        Field<Integer> heldCount =
                count(when(held.and(photo).and(UPLOAD.STATE.eq(UploadStore.State.STORED.column())), OUTBOX.OP_ID));
        Field<OffsetDateTime> answered = max(OUTBOX.ANSWERED_AT);
        Field<OffsetDateTime> confirmed = greatest(answered, coalesce(max(UPLOAD.STORED_AT), answered));
        Field<Long> first = min(OUTBOX.LOCAL_ID);
        return tx.dsl()
                .select(OUTBOX.SUBJECT, recordCount, photoCount, heldCount, confirmed, first)
                .from(OUTBOX)
                .leftJoin(UPLOAD)
                .on(UPLOAD.SHA256.eq(OUTBOX.SHA256))
                .where(OUTBOX.STATE.ne(OpState.REJECTED.column()))
                .groupBy(OUTBOX.SUBJECT)
                .having(answered.isNotNull())
                .orderBy(confirmed.desc(), first.desc())
                .limit(limit)
                .fetch(row -> new ReceiptLine(
                        row.value1(),
                        key(tx, row.value6()),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5().toInstant()));
    }

    private static RecordKey key(Tx tx, long localId) {
        return OutboxRows.key(
                tx.dsl().selectFrom(OUTBOX).where(OUTBOX.LOCAL_ID.eq(localId)).fetchSingle());
    }
}
