package xundang.desktop.round.store;

import static xundang.desktop.platform.db.generated.Tables.ROUND_MARK;
import static xundang.desktop.platform.db.generated.Tables.ROUND_SHARE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import xundang.desktop.platform.db.Tx;
import xundang.model.json.ModelJson;
import xundang.model.round.OccurrenceMark;
import xundang.model.round.RecordedMark;
import xundang.model.round.RoundShare;
import xundang.model.round.Shares;

/** The tables {@code round_mark} and {@code round_share}: one row per record, by the time at which it was made. */
public final class RoundStore {
    /** A mark, whether or not it was there. */
    public void put(Tx tx, UUID id, OccurrenceMark mark) {
        removeMark(tx, id);
        tx.dsl()
                .insertInto(ROUND_MARK, ROUND_MARK.MARK_ID, ROUND_MARK.MADE, ROUND_MARK.BODY)
                .values(
                        id,
                        mark.made().atOffset(ZoneOffset.UTC),
                        ModelJson.mapper().writeValueAsString(mark))
                .execute();
    }

    /** The mark left this laptop. */
    public void removeMark(Tx tx, UUID id) {
        tx.dsl().deleteFrom(ROUND_MARK).where(ROUND_MARK.MARK_ID.eq(id)).execute();
    }

    /** A share, whether or not it was there. */
    public void put(Tx tx, UUID id, RoundShare share) {
        removeShare(tx, id);
        tx.dsl()
                .insertInto(ROUND_SHARE, ROUND_SHARE.SHARE_ID, ROUND_SHARE.MADE, ROUND_SHARE.BODY)
                .values(
                        id,
                        share.made().atOffset(ZoneOffset.UTC),
                        ModelJson.mapper().writeValueAsString(share))
                .execute();
    }

    /** The share left this laptop. */
    public void removeShare(Tx tx, UUID id) {
        tx.dsl().deleteFrom(ROUND_SHARE).where(ROUND_SHARE.SHARE_ID.eq(id)).execute();
    }

    /** Marks made at or after a moment. */
    public List<RecordedMark> marks(Tx tx, Instant since) {
        return tx.dsl()
                .selectFrom(ROUND_MARK)
                .where(ROUND_MARK.MADE.ge(since.atOffset(ZoneOffset.UTC)))
                .fetch(row -> new RecordedMark(
                        row.getMarkId(), ModelJson.mapper().readValue(row.getBody(), OccurrenceMark.class)));
    }

    /** Shares made at or after a moment. */
    public List<Shares.Recorded> shares(Tx tx, Instant since) {
        return tx.dsl()
                .selectFrom(ROUND_SHARE)
                .where(ROUND_SHARE.MADE.ge(since.atOffset(ZoneOffset.UTC)))
                .fetch(row -> new Shares.Recorded(
                        row.getShareId(), ModelJson.mapper().readValue(row.getBody(), RoundShare.class)));
    }
}
