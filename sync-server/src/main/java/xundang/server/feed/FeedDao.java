package xundang.server.feed;

import static xundang.server.platform.db.generated.Tables.CHANGE_INDEX;
import static xundang.server.platform.db.generated.Tables.LEDGER_RECORD;
import static xundang.server.platform.db.generated.Tables.SYNC_COMMIT;
import static xundang.server.platform.db.generated.Tables.SYNC_HEAD;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record7;
import xundang.model.sync.Change;
import xundang.model.sync.Change.ChangeOp;
import xundang.model.sync.RecordType;
import xundang.server.ledger.RecordDao;
import xundang.server.ledger.Scopes;
import xundang.server.platform.db.Tx;

/** The feed as readers see it. */
public final class FeedDao {
    /** Where the feed ends. */
    public record Head(UUID epoch, long seq) {}

    /** The feed's end as this transaction sees it. */
    public Head head(Tx tx) {
        return tx.dsl()
                .selectFrom(SYNC_HEAD)
                .where(SYNC_HEAD.ID.eq(1))
                .fetchSingle(row -> new Head(row.getEpoch(), row.getSeq()));
    }

    /** Random id of the commit that a position belongs to; none for the very beginning or a position past the end. */
    Optional<UUID> commitAt(Tx tx, long seq) {
        if (seq == 0) {
            return Optional.empty();
        }
        return tx.dsl()
                .select(SYNC_COMMIT.COMMIT_ID)
                .from(SYNC_COMMIT)
                .where(SYNC_COMMIT.SEQ_END.ge(seq))
                .orderBy(SYNC_COMMIT.SEQ_END)
                .limit(1)
                .fetchOptional(SYNC_COMMIT.COMMIT_ID);
    }

    /** The changes after a position, up to the head, in order. */
    List<Change> after(Tx tx, Scopes scopes, long seq, long headSeq, int limit) {
        return tx.dsl()
                .select(
                        CHANGE_INDEX.SEQ,
                        CHANGE_INDEX.CHANGE_OP,
                        CHANGE_INDEX.REC_TYPE,
                        CHANGE_INDEX.REC_ID,
                        CHANGE_INDEX.SCOPE,
                        LEDGER_RECORD.REV,
                        LEDGER_RECORD.FIELDS)
                .from(CHANGE_INDEX)
                .join(LEDGER_RECORD)
                .on(LEDGER_RECORD.REC_TYPE.eq(CHANGE_INDEX.REC_TYPE))
                .and(LEDGER_RECORD.REC_ID.eq(CHANGE_INDEX.REC_ID))
                .where(visible(scopes))
                .and(CHANGE_INDEX.SEQ.gt(seq))
                .and(CHANGE_INDEX.SEQ.le(headSeq))
                .orderBy(CHANGE_INDEX.SEQ)
                .limit(limit)
                .fetch(FeedDao::read);
    }

    /** For a reader of all sites a record never leaves: its move is one change, not two. */
    private static Condition visible(Scopes scopes) {
        if (scopes.all()) {
            return CHANGE_INDEX.CHANGE_OP.ne("remove");
        }
        List<String> readable = new ArrayList<>(scopes.sites());
        readable.add(Scopes.NO_SITE);
        return CHANGE_INDEX.SCOPE.in(readable);
    }

    private static Change read(Record7<Long, String, String, UUID, String, Long, String> row) {
        ChangeOp op = ChangeOp.valueOf(row.value2().toUpperCase(Locale.ROOT));
        return new Change(
                row.value1(),
                op,
                new RecordType(row.value3()),
                row.value4(),
                row.value5(),
                row.value6(),
                op == ChangeOp.PUT ? RecordDao.fields(row.value7()) : null);
    }
}
