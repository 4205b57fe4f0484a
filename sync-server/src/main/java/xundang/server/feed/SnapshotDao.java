package xundang.server.feed;

import static xundang.server.platform.db.generated.Tables.LEDGER_RECORD;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import xundang.model.sync.Change;
import xundang.model.sync.Change.ChangeOp;
import xundang.model.sync.RecordType;
import xundang.server.ledger.RecordDao;
import xundang.server.ledger.Scopes;
import xundang.server.platform.db.Tx;

/** The living records in the order of type and id, as the database orders them. Each scope is read from its own index range. */
final class SnapshotDao {
    /** How many living records the reader may hold. */
    long count(Tx tx, Scopes scopes) {
        Condition visible = LEDGER_RECORD.DELETED.isFalse();
        if (!scopes.all()) {
            visible = visible.and(LEDGER_RECORD.SCOPE.in(FeedDao.readable(scopes)));
        }
        return tx.dsl().fetchCount(LEDGER_RECORD, visible);
    }

    /** The first type after that one, of which there are records; the first of all after the empty text. */
    Optional<String> typeAfter(Tx tx, String type) {
        return tx.dsl()
                .select(LEDGER_RECORD.REC_TYPE)
                .from(LEDGER_RECORD)
                .where(LEDGER_RECORD.DELETED.isFalse())
                .and(LEDGER_RECORD.REC_TYPE.gt(type))
                .orderBy(LEDGER_RECORD.REC_TYPE)
                .limit(1)
                .fetchOptional(LEDGER_RECORD.REC_TYPE);
    }

    /** Records of one type after an id, in order. */
    List<Change> ofType(Tx tx, Scopes scopes, String type, @Nullable UUID after, int limit) {
        if (scopes.all()) {
            return ofAll(tx, type, after, limit).fetch(row -> read(type, row));
        }
        List<String> readable = FeedDao.readable(scopes);
        List<UUID> page = ids(tx, readable, type, after, limit).fetch(Record1::value1);
        if (page.isEmpty()) {
            return List.of();
        }
        Map<UUID, Change> byId = new HashMap<>();
        ofScopes(tx, readable, type, after, page.getLast())
                .fetch(row -> read(type, row))
                .forEach(change -> byId.put(change.id(), change));
        List<Change> ordered = new ArrayList<>();
        page.forEach(id -> ordered.add(byId.get(id)));
        return ordered;
    }

    /** Visible for the test of its plan. */
    Select<Record4<UUID, String, Long, String>> ofAll(Tx tx, String type, @Nullable UUID after, int limit) {
        return rows(tx, type, after).orderBy(LEDGER_RECORD.REC_ID).limit(limit);
    }

    /** The ids of a page. Visible for the test of its plan. */
    Select<Record1<UUID>> ids(Tx tx, List<String> readable, String type, @Nullable UUID after, int limit) {
        return readable.stream()
                .map(scope -> (Select<Record1<UUID>>) tx.dsl()
                        .select(LEDGER_RECORD.REC_ID)
                        .from(LEDGER_RECORD)
                        .where(living(type, after))
                        .and(LEDGER_RECORD.SCOPE.eq(scope))
                        .orderBy(LEDGER_RECORD.REC_ID)
                        .limit(limit))
                .reduce(Select::unionAll)
                .map(all -> all.asTable("page"))
                .map(page -> tx.dsl()
                        .select(page.field(LEDGER_RECORD.REC_ID))
                        .from(page)
                        .orderBy(page.field(LEDGER_RECORD.REC_ID))
                        .limit(limit))
                .orElseThrow();
    }

    /** The records up to an id, in no order. Visible for the test of its plan. */
    Select<Record4<UUID, String, Long, String>> ofScopes(
            Tx tx, List<String> readable, String type, @Nullable UUID after, UUID last) {
        return readable.stream()
                .map(scope -> (Select<Record4<UUID, String, Long, String>>)
                        rows(tx, type, after).and(LEDGER_RECORD.SCOPE.eq(scope)).and(LEDGER_RECORD.REC_ID.le(last)))
                .reduce(Select::unionAll)
                .orElseThrow();
    }

    private static SelectConditionStep<Record4<UUID, String, Long, String>> rows(
            Tx tx, String type, @Nullable UUID after) {
        return tx.dsl()
                .select(LEDGER_RECORD.REC_ID, LEDGER_RECORD.SCOPE, LEDGER_RECORD.REV, LEDGER_RECORD.FIELDS)
                .from(LEDGER_RECORD)
                .where(living(type, after));
    }

    private static Condition living(String type, @Nullable UUID after) {
        Condition living = LEDGER_RECORD.DELETED.isFalse().and(LEDGER_RECORD.REC_TYPE.eq(type));
        return after == null ? living : living.and(LEDGER_RECORD.REC_ID.gt(after));
    }

    private static Change read(String type, Record4<UUID, String, Long, String> row) {
        return new Change(
                0,
                ChangeOp.PUT,
                new RecordType(type),
                row.value1(),
                row.value2(),
                row.value3(),
                RecordDao.fields(row.value4()));
    }
}
