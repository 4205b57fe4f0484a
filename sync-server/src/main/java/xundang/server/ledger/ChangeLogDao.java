package xundang.server.ledger;

import static xundang.server.platform.db.generated.Tables.CHANGE_INDEX;
import static xundang.server.platform.db.generated.Tables.SYNC_COMMIT;
import static xundang.server.platform.db.generated.Tables.SYNC_HEAD;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.BatchBindStep;
import org.jooq.CloseableResultQuery;
import org.jooq.Param;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import xundang.server.platform.db.BulkInsert;
import xundang.server.platform.db.Tx;
import xundang.server.platform.db.generated.tables.records.ChangeIndexRecord;

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

    /**
     * Gives the batch's changes their places after {@code seq}, in their order; what has a place in that scope moves. Returns the last
     * number.
     */
    long number(Tx tx, Batch batch, long seq) {
        Map<Batch.Place, String> changes = batch.changes();
        Set<Batch.Place> there = existing(
                tx,
                changes.keySet().stream()
                        .filter(place -> !batch.isNew(place.key()))
                        .toList());
        List<ChangeIndexRecord> fresh = new ArrayList<>();
        BatchBindStep moves = tx.dsl()
                .batch(tx.dsl()
                        .update(CHANGE_INDEX)
                        .set(CHANGE_INDEX.SEQ, (Long) null)
                        .set(CHANGE_INDEX.CHANGE_OP, (String) null)
                        .where(CHANGE_INDEX.SCOPE.eq((String) null))
                        .and(CHANGE_INDEX.REC_TYPE.eq((String) null))
                        .and(CHANGE_INDEX.REC_ID.eq((UUID) null)));
        long last = seq;
        for (Map.Entry<Batch.Place, String> change : changes.entrySet()) {
            Batch.Place place = change.getKey();
            String type = place.key().type().name();
            last++;
            if (there.contains(place)) {
                moves = moves.bind(
                        last,
                        change.getValue(),
                        place.scope(),
                        type,
                        place.key().id());
            } else {
                fresh.add(new ChangeIndexRecord(place.scope(), type, place.key().id(), last, change.getValue()));
            }
        }
        if (moves.size() > 0) {
            moves.execute();
        }
        BulkInsert.into(tx, CHANGE_INDEX, fresh);
        return last;
    }

    private static Set<Batch.Place> existing(Tx tx, List<Batch.Place> places) {
        if (places.isEmpty()) {
            return Set.of();
        }
        Set<Batch.Place> there = new HashSet<>();
        Param<String> scope = DSL.param("scope", CHANGE_INDEX.SCOPE);
        Param<String> type = DSL.param("type", CHANGE_INDEX.REC_TYPE);
        Param<UUID> id = DSL.param("id", CHANGE_INDEX.REC_ID);
        // One statement, prepared once: a list of ids would make H2 go through the whole feed of the scope.
        try (CloseableResultQuery<Record1<Long>> one = tx.dsl()
                .select(CHANGE_INDEX.SEQ)
                .from(CHANGE_INDEX)
                .where(CHANGE_INDEX.SCOPE.eq(scope))
                .and(CHANGE_INDEX.REC_TYPE.eq(type))
                .and(CHANGE_INDEX.REC_ID.eq(id))
                .keepStatement(true)) {
            for (Batch.Place place : places) {
                boolean known = one.bind("scope", place.scope())
                        .bind("type", place.key().type().name())
                        .bind("id", place.key().id())
                        .fetchOptional()
                        .isPresent();
                if (known) {
                    there.add(place);
                }
            }
        }
        return there;
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
