package xundang.server.feed;

import static xundang.server.platform.db.generated.Tables.CHANGE_INDEX;
import static xundang.server.platform.db.generated.Tables.LEDGER_RECORD;
import static xundang.server.platform.db.generated.Tables.SYNC_COMMIT;
import static xundang.server.platform.db.generated.Tables.SYNC_HEAD;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Record7;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
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

    /** A commit that changed records. */
    record Commit(long seqEnd, Instant at) {}

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

    /** When the first change after a position was committed; none when nothing came after it. */
    Optional<Commit> commitAfter(Tx tx, long seq) {
        return tx.dsl()
                .select(SYNC_COMMIT.SEQ_END, SYNC_COMMIT.MADE_AT)
                .from(SYNC_COMMIT)
                .where(SYNC_COMMIT.SEQ_END.gt(seq))
                .orderBy(SYNC_COMMIT.SEQ_END)
                .limit(1)
                .fetchOptional(row -> new Commit(row.value1(), row.value2().toInstant()));
    }

    /** The changes after a position, up to the head, in order. Each scope is read from its own index range, whatever others hold. */
    List<Change> after(Tx tx, Scopes scopes, long seq, long headSeq, int limit) {
        if (scopes.all()) {
            return ofAll(tx, seq, headSeq, limit).fetch(FeedDao::read);
        }
        List<String> readable = readable(scopes);
        List<Long> page = seqs(tx, readable, seq, headSeq, limit).fetch(Record1::value1);
        return page.isEmpty()
                ? List.of()
                : ofScopes(tx, readable, seq, page.getLast()).fetch(FeedDao::read).stream()
                        .sorted(Comparator.comparingLong(Change::seq))
                        .toList();
    }

    /** For a reader of all sites a record never leaves: its move is one change, not two. Visible for the test of its plan. */
    Select<Record7<Long, String, String, UUID, String, Long, String>> ofAll(Tx tx, long seq, long headSeq, int limit) {
        return rows(tx, CHANGE_INDEX.CHANGE_OP.ne("remove"), seq, headSeq)
                .orderBy(CHANGE_INDEX.SEQ)
                .limit(limit);
    }

    /** The numbers of a page. Visible for the test of its plan. */
    Select<Record1<Long>> seqs(Tx tx, List<String> readable, long seq, long headSeq, int limit) {
        return readable.stream()
                .map(scope -> (Select<Record1<Long>>) tx.dsl()
                        .select(CHANGE_INDEX.SEQ)
                        .from(CHANGE_INDEX)
                        .where(CHANGE_INDEX.SCOPE.eq(scope))
                        .and(CHANGE_INDEX.SEQ.gt(seq))
                        .and(CHANGE_INDEX.SEQ.le(headSeq))
                        .orderBy(CHANGE_INDEX.SEQ)
                        .limit(limit))
                .reduce(Select::unionAll)
                .map(all -> all.asTable("page"))
                .map(page -> tx.dsl()
                        .select(page.field(CHANGE_INDEX.SEQ))
                        .from(page)
                        .orderBy(page.field(CHANGE_INDEX.SEQ))
                        .limit(limit))
                .orElseThrow();
    }

    /** The rows between two numbers, in no order. Visible for the test of its plan. */
    Select<Record7<Long, String, String, UUID, String, Long, String>> ofScopes(
            Tx tx, List<String> readable, long seq, long upTo) {
        return readable.stream()
                .map(scope -> (Select<Record7<Long, String, String, UUID, String, Long, String>>)
                        rows(tx, CHANGE_INDEX.SCOPE.eq(scope), seq, upTo))
                .reduce(Select::unionAll)
                .orElseThrow();
    }

    static List<String> readable(Scopes scopes) {
        Set<String> readable = new TreeSet<>(scopes.sites());
        readable.add(Scopes.NO_SITE);
        return List.copyOf(readable);
    }

    private static SelectConditionStep<Record7<Long, String, String, UUID, String, Long, String>> rows(
            Tx tx, Condition visible, long seq, long upTo) {
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
                .where(visible)
                .and(CHANGE_INDEX.SEQ.gt(seq))
                .and(CHANGE_INDEX.SEQ.le(upTo));
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
