package xundang.server.ledger;

import static xundang.server.platform.db.generated.Tables.CHANGE_INDEX;
import static xundang.server.platform.db.generated.Tables.SYNC_COMMIT;
import static xundang.server.platform.db.generated.Tables.SYNC_HEAD;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.impl.DSL;
import xundang.model.sync.RecordKey;
import xundang.server.platform.db.Tx;

/** Tables {@code sync_head}, {@code sync_commit}, {@code change_index}: the feed as writers see it. */
final class ChangeLogDao {
    /** Makes the head on first start. */
    void createHead(Tx tx, UUID epoch) {
        if (!tx.dsl().fetchExists(SYNC_HEAD)) {
            tx.dsl()
                    .insertInto(SYNC_HEAD)
                    .set(SYNC_HEAD.ID, 1)
                    .set(SYNC_HEAD.EPOCH, epoch)
                    .set(SYNC_HEAD.SEQ, 0L)
                    .execute();
        }
    }

    /** Begins a new history: every cursor of the old one becomes invalid. */
    void beginHistory(Tx tx, UUID epoch) {
        tx.dsl()
                .update(SYNC_HEAD)
                .set(SYNC_HEAD.EPOCH, epoch)
                .where(SYNC_HEAD.ID.eq(1))
                .execute();
    }

    /** Locks the head until the end of the transaction: the next writer numbers only after this one is visible. */
    long lockHead(Tx tx) {
        return tx.dsl()
                .select(SYNC_HEAD.SEQ)
                .from(SYNC_HEAD)
                .where(SYNC_HEAD.ID.eq(1))
                .forUpdate()
                .fetchSingle(SYNC_HEAD.SEQ);
    }

    void number(Tx tx, String scope, RecordKey key, String changeOp, long seq) {
        int updated = tx.dsl()
                .update(CHANGE_INDEX)
                .set(CHANGE_INDEX.SEQ, seq)
                .set(CHANGE_INDEX.CHANGE_OP, changeOp)
                .where(CHANGE_INDEX.SCOPE.eq(scope))
                .and(CHANGE_INDEX.REC_TYPE.eq(key.type().name()))
                .and(CHANGE_INDEX.REC_ID.eq(key.id()))
                .execute();
        if (updated == 0) {
            tx.dsl()
                    .insertInto(CHANGE_INDEX)
                    .set(CHANGE_INDEX.SCOPE, scope)
                    .set(CHANGE_INDEX.REC_TYPE, key.type().name())
                    .set(CHANGE_INDEX.REC_ID, key.id())
                    .set(CHANGE_INDEX.SEQ, seq)
                    .set(CHANGE_INDEX.CHANGE_OP, changeOp)
                    .execute();
        }
    }

    void commit(Tx tx, long seqEnd, UUID commitId, OffsetDateTime at) {
        tx.dsl()
                .update(SYNC_HEAD)
                .set(SYNC_HEAD.SEQ, seqEnd)
                .where(SYNC_HEAD.ID.eq(1))
                .execute();
        tx.dsl()
                .insertInto(SYNC_COMMIT)
                .set(SYNC_COMMIT.SEQ_END, seqEnd)
                .set(SYNC_COMMIT.COMMIT_ID, commitId)
                .set(SYNC_COMMIT.MADE_AT, at)
                .execute();
    }

    /** Removes entries of what is gone, up to the last commit before that moment; returns how many there were. */
    int forgetGone(Tx tx, OffsetDateTime before) {
        Long upTo = tx.dsl()
                .select(DSL.max(SYNC_COMMIT.SEQ_END))
                .from(SYNC_COMMIT)
                .where(SYNC_COMMIT.MADE_AT.lt(before))
                .fetchSingle()
                .value1();
        if (upTo == null) {
            return 0;
        }
        return tx.dsl()
                .deleteFrom(CHANGE_INDEX)
                .where(CHANGE_INDEX.CHANGE_OP.in("delete", "remove"))
                .and(CHANGE_INDEX.SEQ.le(upTo))
                .execute();
    }
}
