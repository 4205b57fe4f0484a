package xundang.desktop.sync.store;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static xundang.desktop.platform.db.generated.Tables.OUTBOX;
import static xundang.desktop.platform.db.generated.Tables.REC_BASE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.db.BulkInsert;
import xundang.desktop.platform.db.Ids;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.platform.db.generated.tables.records.RecBaseRecord;
import xundang.model.sync.Change;
import xundang.model.sync.Change.ChangeOp;
import xundang.model.sync.ChangePage;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.model.sync.SnapshotPage;

/**
 * Takes pages of the server's feed into {@code rec_base}. The server's copy is replaced; own ops are replayed on top of it, never
 * overwritten. Pages and cursor belong in one transaction, which is why both are written here.
 */
public final class FeedStore {
    private final RecordStore records;
    private final SyncMarks marks;
    private final OwnWorkRows ownWork;

    FeedStore(RecordStore records, SyncMarks marks, OwnWorkRows ownWork) {
        this.records = records;
        this.marks = marks;
        this.ownWork = ownWork;
    }

    /** Stores a page and the cursor behind it; at the end of the feed, sweeps what an earlier snapshot had to leave. */
    public void take(Tx tx, ChangePage page) {
        apply(tx, page.changes());
        marks.cursor(tx, page.cursor());
        if (!page.more()) {
            sweep(tx, marks.generation(tx));
        }
    }

    /**
     * Stores a page of the snapshot and the mark behind it, so that a fetch that was cut goes on there. With the last page everything goes
     * that no page brought, and the feed has a position again.
     */
    public void take(Tx tx, SnapshotPage page) {
        apply(tx, page.records());
        String after = page.after();
        marks.snapshotFetched(tx, marks.snapshotFetched(tx) + page.records().size());
        if (after == null) {
            marks.noSnapshot(tx);
            marks.cursor(tx, page.cursor());
            sweep(tx, marks.generation(tx));
        } else {
            marks.snapshotAfter(tx, after);
        }
    }

    private void apply(Tx tx, List<Change> changes) {
        int generation = marks.generation(tx);
        Map<RecordKey, Change> latest = new LinkedHashMap<>();
        changes.forEach(change -> latest.put(change.key(), change));
        Map<RecordKey, RecBaseRecord> held = held(tx, latest.keySet());
        latest.values().removeIf(change -> isOld(change, held.get(change.key()), generation));

        Map<RecordKey, RecordStore.Visible> before = new HashMap<>();
        Set<RecordKey> onTop = withOwnOps(tx, latest.keySet());
        onTop.forEach(key -> before.put(key, records.visible(tx, key)));
        write(tx, latest.values().stream().toList(), held, generation);
        Telling telling = new Telling(tx, records);
        for (Change change : latest.values()) {
            RecordStore.Visible seen = before.get(change.key());
            if (seen != null) {
                telling.end();
                absorb(tx, change);
                records.replay(tx, change.key(), seen);
            } else {
                tellIfDifferent(telling, change, held.get(change.key()));
            }
        }
        telling.end();
    }

    /** Forgets the position: a snapshot fetches everything, and what it does not bring is swept at its end. */
    public void startOver(Tx tx) {
        marks.noCursor(tx);
        marks.noSnapshot(tx);
        marks.nextGeneration(tx);
    }

    /** After a complete fetch has begun, revisions of the time before count for nothing: the server may have been restored from a backup. */
    private static boolean isOld(Change change, @Nullable RecBaseRecord held, int generation) {
        if (held == null || held.getGeneration() < generation) {
            return false;
        }
        return change.op() == ChangeOp.PUT ? change.rev() <= held.getRev() : change.rev() < held.getRev();
    }

    private static Map<RecordKey, RecBaseRecord> held(Tx tx, Set<RecordKey> keys) {
        Map<RecordKey, RecBaseRecord> held = new HashMap<>();
        byType(keys)
                .forEach((type, ids) ->
                        ofType(tx, type, ids).forEach(row -> held.put(new RecordKey(type, row.getRecId()), row)));
        return held;
    }

    private static List<RecBaseRecord> ofType(Tx tx, RecordType type, List<UUID> ids) {
        Condition which = REC_BASE.REC_TYPE.eq(type.name());
        return Ids.untouched(tx, REC_BASE, which, REC_BASE.REC_ID, ids)
                ? List.of()
                : tx.dsl()
                        .selectFrom(REC_BASE)
                        .where(which, Ids.among(REC_BASE.REC_ID, ids))
                        .fetch();
    }

    private static Set<RecordKey> withOwnOps(Tx tx, Set<RecordKey> keys) {
        Set<RecordKey> found = new HashSet<>();
        if (RecordStore.ON_TOP_PARTS.stream().noneMatch(part -> tx.dsl().fetchExists(OUTBOX, part))) {
            return found;
        }
        byType(keys)
                .forEach((type, ids) -> tx.dsl()
                        .selectDistinct(OUTBOX.REC_ID)
                        .from(OUTBOX)
                        .where(OUTBOX.REC_TYPE.eq(type.name()), Ids.among(OUTBOX.REC_ID, ids), RecordStore.ON_TOP)
                        .forEach(row -> found.add(new RecordKey(type, row.value1()))));
        return found;
    }

    private static Map<RecordType, List<UUID>> byType(Set<RecordKey> keys) {
        return keys.stream()
                .collect(
                        Collectors.groupingBy(RecordKey::type, Collectors.mapping(RecordKey::id, Collectors.toList())));
    }

    private static void write(Tx tx, List<Change> changes, Map<RecordKey, RecBaseRecord> held, int generation) {
        List<RecBaseRecord> added = new ArrayList<>();
        List<RecBaseRecord> replaced = new ArrayList<>();
        List<RecBaseRecord> gone = new ArrayList<>();
        for (Change change : changes) {
            RecBaseRecord row = new RecBaseRecord();
            row.setRecType(change.type().name());
            row.setRecId(change.id());
            RecBaseRecord old = held.get(change.key());
            if (change.op() == ChangeOp.PUT) {
                row.setScope(change.scope());
                row.setRev(change.rev());
                row.setFields(Json.text(Objects.requireNonNull(change.f(), "a put carries fields")));
                row.setGeneration(generation);
                (old == null ? added : replaced).add(row);
            } else if (old != null) {
                gone.add(row);
            }
        }
        BulkInsert.into(tx, REC_BASE, added);
        tx.dsl().batchUpdate(replaced).execute();
        tx.dsl().batchDelete(gone).execute();
    }

    /** Answered ops that the base now contains, or that lost their record, no longer stand on top of it. */
    private static void absorb(Tx tx, Change change) {
        var contained = change.op() == ChangeOp.PUT
                ? OUTBOX.AWAIT_REV.le(change.rev()).or(OUTBOX.STATE.in(OpState.ATTENTION))
                : OUTBOX.AWAIT_REV.isNotNull();
        tx.dsl()
                .update(OUTBOX)
                .setNull(OUTBOX.AWAIT_REV)
                .where(
                        OUTBOX.REC_TYPE.eq(change.type().name()),
                        OUTBOX.REC_ID.eq(change.id()),
                        OUTBOX.STATE.notIn(OpState.OPEN),
                        contained)
                .execute();
    }

    private static void tellIfDifferent(Telling telling, Change change, @Nullable RecBaseRecord old) {
        if (change.op() == ChangeOp.PUT) {
            var now = new RecordStore.Visible(change.scope(), change.f());
            boolean same = old != null
                    && old.getScope().equals(change.scope())
                    && Objects.equals(Json.fields(old.getFields()), change.f());
            if (!same) {
                telling.add(change.key(), now);
            }
        } else if (old != null) {
            telling.add(change.key(), new RecordStore.Visible(old.getScope(), null));
        }
    }

    /**
     * Takes away what a complete fetch did not bring. Records stay while own ops on them are unanswered or wait for a person: of these
     * this laptop may have the only copy, and what they are about must be seen beside them. So does what a draft is about.
     */
    private void sweep(Tx tx, int generation) {
        var stale = tx.dsl()
                .selectFrom(REC_BASE)
                .where(
                        REC_BASE.GENERATION.lt(generation),
                        notExists(selectOne()
                                .from(OUTBOX)
                                .where(
                                        OUTBOX.REC_TYPE.eq(REC_BASE.REC_TYPE),
                                        OUTBOX.REC_ID.eq(REC_BASE.REC_ID),
                                        OUTBOX.STATE.ne(OpState.APPLIED.column()))))
                .fetch();
        Set<RecordKey> drafted = stale.isEmpty() ? Set.of() : ownWork.about(tx);
        for (RecBaseRecord row : stale) {
            if (!drafted.contains(new RecordKey(new RecordType(row.getRecType()), row.getRecId()))) {
                drop(tx, row);
            }
        }
    }

    /** Takes one record away, as if the server had said that it left this laptop's sites. */
    void drop(Tx tx, RecBaseRecord row) {
        RecordKey key = new RecordKey(new RecordType(row.getRecType()), row.getRecId());
        RecordStore.Visible before = records.visible(tx, key);
        tx.dsl()
                .deleteFrom(REC_BASE)
                .where(REC_BASE.REC_TYPE.eq(row.getRecType()), REC_BASE.REC_ID.eq(row.getRecId()))
                .execute();
        absorb(tx, new Change(0, ChangeOp.REMOVE, key.type(), key.id(), row.getScope(), row.getRev(), null));
        records.replay(tx, key, before);
    }
}
