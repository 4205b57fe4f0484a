package xundang.desktop.sync.store;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static xundang.desktop.platform.db.generated.Tables.CONFLICT;
import static xundang.desktop.platform.db.generated.Tables.DESK_DECISION;
import static xundang.desktop.platform.db.generated.Tables.OUTBOX;

import org.jooq.Condition;
import xundang.desktop.platform.db.generated.tables.Outbox;
import xundang.model.sync.RecordType;

/** Which answered ops still call for a person. */
final class Attention {
    private static final Outbox DECIDING = OUTBOX.as("deciding");

    /** A conflict that neither the server knows to be settled nor an own op is about to settle. */
    static final Condition UNDECIDED = CONFLICT.SETTLED
            .isFalse()
            .and(notExists(selectOne()
                    .from(DECIDING)
                    .where(
                            DECIDING.REC_TYPE.eq(RecordType.CONFLICT.name()),
                            DECIDING.REC_ID.eq(CONFLICT.CONFLICT_ID),
                            DECIDING.STATE.in(OpState.OPEN).or(DECIDING.AWAIT_REV.isNotNull()))));

    /** A refused or held op that nobody has decided about. */
    static final Condition REFUSED = OUTBOX.STATE
            .in(OpState.REJECTED.column(), OpState.HELD.column())
            .and(notExists(selectOne().from(DESK_DECISION).where(DESK_DECISION.OP_ID.eq(OUTBOX.OP_ID))));

    /**
     * An op whose conflict waits, or has not been fetched yet. A decision that came too late, because the ledger had moved on, waits as
     * long as the conflict that it was about.
     */
    private static final Condition DISPUTED = OUTBOX.STATE
            .eq(OpState.CONFLICT.column())
            .and(exists(selectOne().from(CONFLICT).where(about(), UNDECIDED))
                    .or(notExists(selectOne().from(CONFLICT).where(about()))));

    static final Condition NEEDS_PERSON = REFUSED.or(DISPUTED);

    private Attention() {}

    private static Condition about() {
        return CONFLICT.OP_ID
                .eq(OUTBOX.OP_ID)
                .or(OUTBOX.REC_TYPE.eq(RecordType.CONFLICT.name()).and(CONFLICT.CONFLICT_ID.eq(OUTBOX.REC_ID)));
    }
}
