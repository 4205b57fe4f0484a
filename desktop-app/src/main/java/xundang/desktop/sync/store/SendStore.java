package xundang.desktop.sync.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static xundang.desktop.platform.db.generated.Tables.OUTBOX;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.db.LocalChange;
import xundang.desktop.platform.db.LocalDatabase;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.platform.db.generated.tables.records.OutboxRecord;
import xundang.model.account.UserId;
import xundang.model.sync.Limits;
import xundang.model.sync.Op;

/**
 * The sending side of the outbox: gives numbers, picks batches, and puts the numbering right when the server counts differently. A number
 * belongs to this device; an op's content and id never change once it has had one, so that sending it again under another number is
 * harmless: the server knows it by its id.
 */
public final class SendStore {
    /** Most ops of one group (protocol, section 2.3): so many more rows are read, so that no group is seen cut off. */
    private static final int MAX_GROUP = 100;

    private static final Condition FROZEN = OUTBOX.STATE.eq(OpState.FROZEN.column());
    private static final Condition ANSWERED = OUTBOX.STATE.notIn(OpState.OPEN);

    private final RecordStore records;
    private final UploadStore uploads;
    private final SyncMarks marks;

    public SendStore(RecordStore records, UploadStore uploads, SyncMarks marks) {
        this.records = records;
        this.uploads = uploads;
        this.marks = marks;
    }

    /** Registers what replays the numbers; before {@link LocalDatabase#recover}. */
    public void register(LocalDatabase database) {
        database.register(Freeze.TYPE, this::apply);
    }

    /** The next batch of a person's numbered ops in order, whole groups only; the first group is in it however big it is. */
    public List<Op> batch(Tx tx, UserId user, Limits limits) {
        Result<OutboxRecord> rows = tx.dsl()
                .selectFrom(OUTBOX)
                .where(FROZEN, OUTBOX.USER_ID.eq(user.value()), OUTBOX.OP_SEQ.isNotNull())
                .orderBy(OUTBOX.OP_SEQ)
                .limit(limits.maxOps() + MAX_GROUP)
                .fetch();
        return upTo(withoutGap(rows), limits).stream().map(SendStore::numbered).toList();
    }

    /** The changes to commit, in order, so that the person's next ops have numbers. Empty when nothing waits for one. */
    public List<LocalChange> plan(Tx tx, UserId user, Limits limits) {
        Result<OutboxRecord> rows = tx.dsl()
                .selectFrom(OUTBOX)
                .where(OUTBOX.STATE.in(OpState.OPEN), OUTBOX.USER_ID.eq(user.value()), OUTBOX.OP_SEQ.isNull())
                .orderBy(OUTBOX.LOCAL_ID)
                .limit(limits.maxOps() + MAX_GROUP)
                .fetch();
        return numbersFrom(marks.nextOpSeq(tx), upTo(rows, limits));
    }

    /** Highest number given so far; 0 before the first. */
    public long lastMade(Tx tx) {
        return marks.nextOpSeq(tx) - 1;
    }

    /** Highest number of this person's ops that the server has answered; 0 before the first. Each person here is a device of its own. */
    public long lastAnswered(Tx tx, UserId user) {
        long archived = Objects.requireNonNull(tx.dsl()
                .select(coalesce(max(OUTBOX.OP_SEQ), inline(0L)))
                .from(OUTBOX)
                .where(ANSWERED, OUTBOX.USER_ID.eq(user.value()))
                .fetchSingle()
                .value1());
        return Math.max(archived, marks.thinned(tx));
    }

    /** How many ops of all people here wait for an answer. */
    public int open(Tx tx) {
        return tx.dsl().fetchCount(OUTBOX, OUTBOX.STATE.in(OpState.OPEN));
    }

    /** How many ops of a person have never been sent. */
    public int unnumbered(Tx tx, UserId user) {
        return tx.dsl()
                .fetchCount(
                        OUTBOX, OUTBOX.STATE.in(OpState.OPEN), OUTBOX.OP_SEQ.isNull(), OUTBOX.USER_ID.eq(user.value()));
    }

    /**
     * The server has forgotten this person's answered ops from this number on: they wait again, with their numbers. Those whose numbers
     * another person's device has used since wait too. It is asked anew about every picture, because its pictures are restored from a
     * backup of their own.
     */
    public void sendAgainFrom(Tx tx, UserId user, long opSeq) {
        sendAgain(
                tx, OUTBOX.USER_ID.eq(user.value()).and(OUTBOX.OP_SEQ.ge(opSeq).or(OUTBOX.OP_SEQ.isNull())));
    }

    /** The server may have forgotten anything: every answered op of every person waits again. */
    public void sendAllAgain(Tx tx) {
        sendAgain(tx, DSL.noCondition());
    }

    private void sendAgain(Tx tx, Condition which) {
        Condition lost = ANSWERED.and(which);
        uploads.doubtAll(tx);
        List<OutboxRecord> rows = tx.dsl().selectFrom(OUTBOX).where(lost).fetch();
        for (OutboxRecord row : rows) {
            RecordStore.Visible before = records.visible(tx, OutboxRows.key(row));
            tx.dsl()
                    .update(OUTBOX)
                    .set(OUTBOX.STATE, OpState.FROZEN.column())
                    .setNull(OUTBOX.AWAIT_REV)
                    .setNull(OUTBOX.PROBLEM)
                    .where(OUTBOX.LOCAL_ID.eq(row.getLocalId()))
                    .execute();
            records.replay(tx, OutboxRows.key(row), before);
        }
    }

    /** True if the person's own op has this number, so that sending can go on from it. */
    public boolean has(Tx tx, UserId user, long opSeq) {
        return tx.dsl().fetchExists(OUTBOX, OUTBOX.OP_SEQ.eq(opSeq), OUTBOX.USER_ID.eq(user.value()));
    }

    /**
     * The changes to commit, in order, so that the person's unanswered numbered ops have numbers from the given one on. Other people's lose
     * theirs when these are needed and get new ones when those people send.
     */
    public List<LocalChange> renumber(Tx tx, UserId user, long first) {
        return numbersFrom(
                first,
                tx.dsl()
                        .selectFrom(OUTBOX)
                        .where(FROZEN, OUTBOX.USER_ID.eq(user.value()))
                        .orderBy(OUTBOX.OP_SEQ.asc().nullsLast(), OUTBOX.LOCAL_ID)
                        .fetch());
    }

    /** The next number is at least this. */
    public void skipTo(Tx tx, long next) {
        marks.nextOpSeq(tx, Math.max(next, marks.nextOpSeq(tx)));
    }

    /** Applies a {@link Freeze}; also when the journal is replayed, where settled ops may be missing. */
    private void apply(Tx tx, LocalChange change) {
        Freeze freeze = Freeze.from(change);
        List<UUID> own = freeze.ops().stream().map(Freeze.Numbered::opId).toList();
        makeRoom(tx, freeze.ops().stream().map(Freeze.Numbered::opSeq).toList(), own);
        for (Freeze.Numbered numbered : freeze.ops()) {
            tx.dsl()
                    .update(OUTBOX)
                    .set(OUTBOX.OP_SEQ, numbered.opSeq())
                    .set(OUTBOX.STATE, OpState.FROZEN.column())
                    .where(OUTBOX.OP_ID.eq(numbered.opId()), OUTBOX.STATE.in(OpState.OPEN))
                    .execute();
        }
        marks.nextOpSeq(tx, freeze.next());
    }

    /**
     * Takes the numbers from whoever has them. When they belonged to unanswered ops, all later unanswered ops lose theirs too: a group must
     * never be left with half of its numbers. They get new ones before they are sent.
     */
    private static void makeRoom(Tx tx, List<Long> numbers, List<UUID> forOps) {
        Long firstTaken = tx.dsl()
                .select(min(OUTBOX.OP_SEQ))
                .from(OUTBOX)
                .where(FROZEN, OUTBOX.OP_SEQ.in(numbers), OUTBOX.OP_ID.notIn(forOps))
                .fetchSingle()
                .value1();
        Condition loses = OUTBOX.OP_SEQ.in(numbers).or(OUTBOX.OP_ID.in(forOps).and(FROZEN));
        if (firstTaken != null) {
            loses = loses.or(FROZEN.and(OUTBOX.OP_SEQ.ge(firstTaken)));
        }
        tx.dsl().update(OUTBOX).setNull(OUTBOX.OP_SEQ).where(loses).execute();
    }

    private static List<OutboxRecord> withoutGap(List<OutboxRecord> rows) {
        int end = 0;
        while (end < rows.size() && rows.get(end).getOpSeq() == rows.getFirst().getOpSeq() + end) {
            end++;
        }
        return rows.subList(0, end);
    }

    /** Ops of one subject that follow each other share a change; a kill between two changes leaves no gap in the numbers. */
    private static List<LocalChange> numbersFrom(long first, List<OutboxRecord> rows) {
        List<LocalChange> changes = new ArrayList<>();
        List<Freeze.Numbered> run = new ArrayList<>();
        @Nullable UUID subject = null;
        long next = first;
        for (OutboxRecord row : rows) {
            if (subject != null && !subject.equals(row.getSubject())) {
                changes.add(new Freeze(List.copyOf(run), next).of(subject));
                run.clear();
            }
            subject = row.getSubject();
            run.add(new Freeze.Numbered(row.getOpId(), next++));
        }
        if (subject != null) {
            changes.add(new Freeze(List.copyOf(run), next).of(subject));
        }
        return changes;
    }

    private static List<OutboxRecord> upTo(List<OutboxRecord> rows, Limits limits) {
        List<OutboxRecord> taken = new ArrayList<>();
        long bytes = 0;
        int from = 0;
        while (from < rows.size()) {
            int to = groupEnd(rows, from);
            List<OutboxRecord> unit = rows.subList(from, to);
            bytes += unit.stream().mapToLong(OutboxRows::bytes).sum();
            boolean fits = to <= limits.maxOps() && bytes <= limits.maxBytes();
            if (!fits && !taken.isEmpty()) {
                break;
            }
            taken.addAll(unit);
            from = to;
        }
        return taken;
    }

    private static int groupEnd(List<OutboxRecord> rows, int from) {
        UUID group = rows.get(from).getOpGroup();
        int to = from + 1;
        while (group != null && to < rows.size() && group.equals(rows.get(to).getOpGroup())) {
            to++;
        }
        return to;
    }

    private static Op numbered(OutboxRecord row) {
        Op op = Json.op(row.getBody());
        return new Op(
                op.opId(),
                row.getOpSeq(),
                op.group(),
                op.kind(),
                op.v(),
                op.recType(),
                op.recId(),
                op.baseRev(),
                op.set(),
                op.at(),
                op.clockOffsetMs(),
                op.userId());
    }
}
