package xundang.desktop.platform.db;

import static xundang.desktop.platform.db.generated.Tables.JOURNAL_COPY;
import static xundang.desktop.platform.db.generated.Tables.JOURNAL_MARK;
import static xundang.desktop.platform.db.generated.Tables.META;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the journal and the database know of each other: which entries are still to be applied, and which may go. */
final class Journalled {
    private static final Logger LOG = LoggerFactory.getLogger(Journalled.class);

    /** Meta row with the numbers of entries that an applier refused at a replay; they are tried again. */
    private static final String UNAPPLIED = "journal.unapplied";

    private final List<JournalFrame> frames;
    private final Map<String, ChangeApplier> appliers;

    Journalled(List<JournalFrame> frames, Map<String, ChangeApplier> appliers) {
        this.frames = frames;
        this.appliers = appliers;
    }

    /**
     * Notes within a change's own transaction that the database holds it, and keeps a copy of the entry there: a journal that is lost or
     * damaged gets it back.
     */
    static long mark(Tx tx, JournalFrame frame, long mark) {
        tx.dsl()
                .deleteFrom(JOURNAL_COPY)
                .where(JOURNAL_COPY.SEQ.eq(frame.seq()))
                .execute();
        tx.dsl()
                .insertInto(JOURNAL_COPY, JOURNAL_COPY.SEQ, JOURNAL_COPY.BODY)
                .values(frame.seq(), new String(frame.payload(), StandardCharsets.UTF_8))
                .execute();
        return mark(tx, mark);
    }

    private static long mark(Tx tx, long seq) {
        tx.dsl()
                .update(JOURNAL_MARK)
                .set(JOURNAL_MARK.SEQ, seq)
                .where(JOURNAL_MARK.ID.eq(1))
                .execute();
        return seq;
    }

    /** Runs work in a transaction of its own; false if the work refused and nothing was written. */
    @FunctionalInterface
    interface Attempt {
        boolean in(Consumer<Tx> work);
    }

    /**
     * Applies, each in a transaction of its own, every entry that the database lacks.
     *
     * @return how many could not be applied
     */
    int replay(Attempt attempt) {
        Known known = new Known();
        attempt.in(known::load);
        Set<Long> aborted = RecordsOpening.aborted(frames);
        Set<Long> unapplied = new TreeSet<>(known.unapplied);
        int applied = 0;
        for (JournalFrame frame : frames) {
            boolean lacking = frame.seq() > known.mark || known.unapplied.contains(frame.seq());
            if (frame.kind() != JournalFrame.Kind.CHANGE || aborted.contains(frame.seq()) || !lacking) {
                continue;
            }
            if (attempt.in(tx -> apply(tx, frame, Math.max(known.mark, frame.seq())))) {
                unapplied.remove(frame.seq());
                applied++;
            } else {
                unapplied.add(frame.seq());
                // at once: the next entry moves the mark beyond this one
                attempt.in(tx -> note(tx, unapplied));
                LOG.error("E-STORE-131 entry {} stays in the journal unapplied", frame.seq());
            }
        }
        if (applied > 0 || known.rebuilding || !unapplied.equals(known.unapplied)) {
            LOG.info("journal: {} entries applied, {} left", applied, unapplied.size());
            long last = frames.isEmpty()
                    ? known.mark
                    : Math.max(known.mark, frames.getLast().seq());
            attempt.in(tx -> finish(tx, last, unapplied));
        }
        return unapplied.size();
    }

    private void apply(Tx tx, JournalFrame frame, long mark) {
        LocalChange change = frame.change();
        ChangeApplier applier = appliers.get(change.type());
        if (applier == null) {
            throw new IllegalStateException("nobody applies changes of type " + change.type());
        }
        applier.apply(tx, change);
        mark(tx, frame, mark);
    }

    private static void finish(Tx tx, long mark, Set<Long> unapplied) {
        tx.dsl().deleteFrom(META).where(META.NAME.eq(RecordsOpening.REBUILDING)).execute();
        note(tx, unapplied);
        mark(tx, mark);
    }

    private static void note(Tx tx, Set<Long> unapplied) {
        tx.dsl().deleteFrom(META).where(META.NAME.eq(UNAPPLIED)).execute();
        if (!unapplied.isEmpty()) {
            String numbers = unapplied.stream().map(String::valueOf).collect(Collectors.joining(","));
            tx.dsl()
                    .insertInto(META, META.NAME, META.VAL)
                    .values(UNAPPLIED, numbers)
                    .execute();
        }
    }

    /** Which entries may go; asks about each subject once. Their copies in the database go now. */
    Forgetting toForget(Tx tx, SettledSubjects settled) {
        Known known = new Known();
        known.load(tx);
        Set<Long> aborted = RecordsOpening.aborted(frames);
        Map<UUID, Boolean> answers = new HashMap<>();
        Set<Long> drop = new HashSet<>();
        for (JournalFrame frame : frames) {
            if (frame.kind() != JournalFrame.Kind.CHANGE || known.unapplied.contains(frame.seq())) {
                continue;
            }
            UUID subject = frame.change().subject();
            if (aborted.contains(frame.seq())
                    || (!subject.equals(LocalChange.LEDGER)
                            && answers.computeIfAbsent(subject, s -> settled.isSettled(tx, s)))) {
                drop.add(frame.seq());
            }
        }
        if (!drop.isEmpty()) {
            // Before the journal forgets them: a copy without its entry would look like a lost entry.
            tx.dsl().deleteFrom(JOURNAL_COPY).where(JOURNAL_COPY.SEQ.in(drop)).execute();
        }
        return new Forgetting(known.mark, drop);
    }

    /**
     * A plan for a shorter journal.
     *
     * @param mark the database holds every entry up to here
     */
    record Forgetting(long mark, Set<Long> dropped) {
        boolean isEmpty() {
            return dropped.isEmpty();
        }

        /** Of the entries that are no changes only the last word about the file matters, and that one is younger than the mark. */
        boolean keeps(JournalFrame frame) {
            return switch (frame.kind()) {
                case CHANGE -> !dropped.contains(frame.seq());
                case ABORT -> !dropped.contains(frame.aborted());
                case OPENED, CLOSED -> false;
            };
        }
    }

    /** What the database says about the journal. */
    private static final class Known {
        private long mark;
        private boolean rebuilding;
        private Set<Long> unapplied = Set.of();

        void load(Tx tx) {
            mark = tx.dsl()
                    .select(JOURNAL_MARK.SEQ)
                    .from(JOURNAL_MARK)
                    .where(JOURNAL_MARK.ID.eq(1))
                    .fetchSingle(JOURNAL_MARK.SEQ);
            rebuilding = tx.dsl().fetchExists(META, META.NAME.eq(RecordsOpening.REBUILDING));
            String numbers = tx.dsl()
                    .select(META.VAL)
                    .from(META)
                    .where(META.NAME.eq(UNAPPLIED))
                    .fetchOne(META.VAL);
            unapplied = numbers == null || numbers.isEmpty()
                    ? Set.of()
                    : Arrays.stream(numbers.split(",", -1)).map(Long::valueOf).collect(Collectors.toSet());
        }
    }
}
