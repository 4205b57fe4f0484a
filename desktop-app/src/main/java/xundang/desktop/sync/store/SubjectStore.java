package xundang.desktop.sync.store;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static xundang.desktop.platform.db.generated.Tables.DISCARDED;
import static xundang.desktop.platform.db.generated.Tables.OUTBOX;
import static xundang.desktop.platform.db.generated.Tables.UPLOAD;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.db.SettledSubjects;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.platform.db.generated.tables.records.OutboxRecord;
import xundang.desktop.sync.RecordSyncState;
import xundang.desktop.sync.SyncStates;
import xundang.model.json.ModelJson;
import xundang.model.sync.Problem;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;

/** Answers where things stand, always from the tables, so that no answer can be stale. */
public final class SubjectStore implements SyncStates, SettledSubjects {
    private final OwnWorkRows ownWork;

    SubjectStore(OwnWorkRows ownWork) {
        this.ownWork = ownWork;
    }

    /**
     * What waits on this laptop, of all people who use it.
     *
     * @param records distinct records other than photos with an unanswered op
     * @param photos pictures that the server is not known to hold, and photo records without an answer
     * @param attention distinct records with a refused, conflicting or held op that nobody has decided about
     */
    public record Counts(int records, int photos, int attention) {}

    /** One op of the queue. */
    public record Line(
            UUID opId,
            String kind,
            RecordKey key,
            RecordSyncState state,
            @Nullable String reason) {}

    @Override
    public RecordSyncState stateOf(Tx tx, UUID subject) {
        List<OpState> states = tx.dsl()
                .selectDistinct(OUTBOX.STATE)
                .from(OUTBOX)
                .where(OUTBOX.SUBJECT.eq(subject))
                .fetch(row -> OpState.of(row.value1()));
        if (states.isEmpty()) {
            return RecordSyncState.SAVED_HERE;
        }
        if (tx.dsl().fetchExists(OUTBOX, OUTBOX.SUBJECT.eq(subject), Attention.NEEDS_PERSON)) {
            return RecordSyncState.NEEDS_ATTENTION;
        }
        // Refused and decided upon: given up here, or sent again as another op. If there is nothing else, only this
        // laptop has it.
        if (states.stream().allMatch(OpState.REJECTED::equals)) {
            return RecordSyncState.SAVED_HERE;
        }
        if (states.contains(OpState.PENDING)) {
            return RecordSyncState.QUEUED;
        }
        boolean held = !states.contains(OpState.FROZEN) && picturesStored(tx, subject);
        return held ? RecordSyncState.HELD_BY_SERVER : RecordSyncState.SENT;
    }

    /** A refused op has its only copy here, so its subject is never settled; what the server put aside itself (conflict, held) it keeps. */
    @Override
    public boolean isSettled(Tx tx, UUID subject) {
        List<String> states = tx.dsl()
                .selectDistinct(OUTBOX.STATE)
                .from(OUTBOX)
                .where(OUTBOX.SUBJECT.eq(subject))
                .fetch(OUTBOX.STATE);
        if (states.isEmpty()) {
            return tx.dsl().fetchExists(DISCARDED, DISCARDED.SUBJECT.eq(subject)) && !ownWork.knows(tx, subject);
        }
        return states.stream()
                        .map(OpState::of)
                        .allMatch(
                                state -> state == OpState.APPLIED || state == OpState.CONFLICT || state == OpState.HELD)
                && picturesStored(tx, subject);
    }

    /** What waits now. */
    public Counts counts(Tx tx) {
        String photo = RecordType.PHOTO.name();
        int records = tx.dsl()
                .fetchCount(select(OUTBOX.REC_TYPE, OUTBOX.REC_ID)
                        .from(OUTBOX)
                        .where(OUTBOX.STATE.in(OpState.OPEN), OUTBOX.REC_TYPE.ne(photo))
                        .groupBy(OUTBOX.REC_TYPE, OUTBOX.REC_ID));
        int pictures = tx.dsl().fetchCount(UPLOAD, UploadStore.WANTED);
        int photoRecords = tx.dsl()
                .fetchCount(
                        OUTBOX,
                        OUTBOX.STATE.in(OpState.OPEN),
                        OUTBOX.REC_TYPE.eq(photo),
                        notExists(selectOne()
                                .from(UPLOAD)
                                .where(
                                        UPLOAD.SHA256.eq(OUTBOX.SHA256),
                                        UPLOAD.STATE.eq(UploadStore.State.WAITING.column()))));
        int attention = tx.dsl()
                .fetchCount(select(OUTBOX.REC_TYPE, OUTBOX.REC_ID)
                        .from(OUTBOX)
                        .where(Attention.NEEDS_PERSON)
                        .groupBy(OUTBOX.REC_TYPE, OUTBOX.REC_ID));
        return new Counts(records, pictures + photoRecords, attention);
    }

    /** The queue: what needs a person first, then what waits in its order, then the newest answers. */
    public List<Line> lines(Tx tx, int limit) {
        var attention = tx.dsl()
                .selectFrom(OUTBOX)
                .where(Attention.NEEDS_PERSON)
                .orderBy(OUTBOX.LOCAL_ID.desc())
                .limit(limit)
                .fetch();
        var open = tx.dsl()
                .selectFrom(OUTBOX)
                .where(OUTBOX.STATE.in(OpState.OPEN))
                .orderBy(OUTBOX.LOCAL_ID)
                .limit(limit)
                .fetch();
        var done = tx.dsl()
                .selectFrom(OUTBOX)
                .where(
                        OUTBOX.STATE.notIn(OpState.OPEN),
                        OUTBOX.STATE.ne(OpState.REJECTED.column()),
                        Attention.NEEDS_PERSON.not())
                .orderBy(OUTBOX.LOCAL_ID.desc())
                .limit(limit)
                .fetch();
        return Stream.of(
                        attention.stream().map(row -> line(row, RecordSyncState.NEEDS_ATTENTION)),
                        open.stream().map(row -> line(row, waiting(row))),
                        done.stream().map(row -> line(row, answered(tx, row))))
                .flatMap(lines -> lines)
                .limit(limit)
                .toList();
    }

    private static RecordSyncState waiting(OutboxRecord row) {
        return OpState.of(row.getState()) == OpState.PENDING ? RecordSyncState.QUEUED : RecordSyncState.SENT;
    }

    private static RecordSyncState answered(Tx tx, OutboxRecord row) {
        return pictureWaits(tx, row) ? RecordSyncState.SENT : RecordSyncState.HELD_BY_SERVER;
    }

    private static Line line(OutboxRecord row, RecordSyncState state) {
        String problem = row.getProblem();
        String reason = problem == null
                ? null
                : ModelJson.mapper().readValue(problem, Problem.class).detail();
        return new Line(row.getOpId(), Json.op(row.getBody()).kind().name(), OutboxRows.key(row), state, reason);
    }

    private static boolean pictureWaits(Tx tx, OutboxRecord row) {
        return row.getSha256() != null
                && tx.dsl()
                        .fetchExists(
                                UPLOAD,
                                UPLOAD.SHA256.eq(row.getSha256()),
                                UPLOAD.STATE.eq(UploadStore.State.WAITING.column()));
    }

    private static boolean picturesStored(Tx tx, UUID subject) {
        return !tx.dsl()
                .fetchExists(
                        UPLOAD,
                        UPLOAD.STATE.eq(UploadStore.State.WAITING.column()),
                        exists(selectOne()
                                .from(OUTBOX)
                                .where(OUTBOX.SHA256.eq(UPLOAD.SHA256), OUTBOX.SUBJECT.eq(subject))));
    }
}
