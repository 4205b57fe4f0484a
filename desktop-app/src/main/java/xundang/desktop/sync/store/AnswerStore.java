package xundang.desktop.sync.store;

import static xundang.desktop.platform.db.generated.Tables.OUTBOX;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.platform.db.generated.tables.records.OutboxRecord;
import xundang.desktop.sync.Overlay;
import xundang.model.json.ModelJson;
import xundang.model.sync.Op;
import xundang.model.sync.OpResult;
import xundang.model.sync.Problem;

/** Writes the server's answers beside the ops. Every op ends visibly; none is deleted. */
public final class AnswerStore {
    private final RecordStore records;
    private final SyncMarks marks;

    public AnswerStore(RecordStore records, SyncMarks marks) {
        this.records = records;
        this.marks = marks;
    }

    /** Records the answers to ops that were sent; answers to other numbers are passed over. Returns how many ops it closed. */
    public int record(Tx tx, List<Op> sent, List<OpResult> answers) {
        int closed = 0;
        for (OpResult answer : answers) {
            for (Op op : sent) {
                if (op.opSeq() == answer.opSeq()) {
                    closed += close(tx, op.opId(), OpState.of(answer.status()), answer.rev(), answer.problem());
                }
            }
        }
        return closed;
    }

    /**
     * Refuses ops here that no server would take (a single op that is too large). They give their numbers back, because the server never
     * counted them.
     */
    public void refuse(Tx tx, List<Op> ops, Problem problem) {
        for (Op op : ops) {
            close(tx, op.opId(), OpState.REJECTED, 0, problem);
            tx.dsl()
                    .update(OUTBOX)
                    .setNull(OUTBOX.OP_SEQ)
                    .where(OUTBOX.OP_ID.eq(op.opId()))
                    .execute();
        }
    }

    private int close(Tx tx, UUID opId, OpState state, long rev, @Nullable Problem problem) {
        OutboxRecord row = tx.dsl()
                .selectFrom(OUTBOX)
                .where(OUTBOX.OP_ID.eq(opId), OUTBOX.STATE.in(OpState.OPEN))
                .fetchOne();
        if (row == null) {
            return 0;
        }
        RecordStore.Visible before = records.visible(tx, OutboxRows.key(row));
        tx.dsl()
                .update(OUTBOX)
                .set(OUTBOX.STATE, state.column())
                .set(OUTBOX.AWAIT_REV, awaited(tx, row, state, rev))
                .set(OUTBOX.ANSWERED_AT, marks.contactTime(tx))
                .set(OUTBOX.PROBLEM, problem == null ? null : ModelJson.mapper().writeValueAsString(problem))
                .where(OUTBOX.LOCAL_ID.eq(row.getLocalId()))
                .execute();
        records.replay(tx, OutboxRows.key(row), before);
        return 1;
    }

    /**
     * How long the op stays on top of the base: an applied one until the base contains it; a refused creation as long as the server has no
     * such record, because this is the only copy that a person can look at; any other refused change not at all, the server's value shows.
     */
    private @Nullable Long awaited(Tx tx, OutboxRecord row, OpState state, long rev) {
        long held = records.rev(tx, OutboxRows.key(row));
        if (state == OpState.APPLIED) {
            return rev > held ? rev : null;
        }
        return held == 0 && Overlay.creates(Json.op(row.getBody())) ? Long.MAX_VALUE : null;
    }
}
