package xundang.model.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import xundang.model.asset.AssetId;
import xundang.model.inspection.PlanId;

/**
 * Where occurrences stand, given what happened. The order of the facts does not matter.
 *
 * <p>An inspection answers what it names, if it was begun between that occurrence's opening and closing; one that names nothing answers what
 * was open when it was begun. Besides, an inspection answers every other ordinary series with the same form that was open then, so that a
 * quarterly service with cleaning is both. An additional round (guarded period, flood season) is answered only by what names it.
 */
public final class Standings {
    private Standings() {}

    /** As {@link #of(Occurrences, List, RoundFacts, Instant)}, where no plan of another period can matter. */
    public static List<OccurrenceState> of(List<Occurrence> occurrences, RoundFacts facts, Instant now) {
        Map<PlanId, RoundPlan> plans = new HashMap<>();
        occurrences.forEach(occurrence -> plans.put(occurrence.plan().id(), occurrence.plan()));
        return of(new Occurrences(plans.values()), occurrences, facts, now);
    }

    /**
     * One state for each occurrence, in their order. It does not depend on which others are asked about: an inspection that answers an occurrence
     * of another period, such as one that makes up for last month, answers none of these in its place.
     *
     * @param all of the ledger's plans
     * @param occurrences of whole days: a rule of several a day looks at all of a day
     * @param now by the server's clock, see {@link Answer#corrected}
     */
    public static List<OccurrenceState> of(
            Occurrences all, List<Occurrence> occurrences, RoundFacts facts, Instant now) {
        Map<Group, Cells> groups = new HashMap<>();
        List<Cell> inOrder = new ArrayList<>(occurrences.size());
        for (Occurrence occurrence : occurrences) {
            Cell cell = new Cell(occurrence);
            inOrder.add(cell);
            groups.computeIfAbsent(Group.of(occurrence), ignored -> new Cells(all, occurrence.asset()))
                    .add(cell);
        }
        groups.values().forEach(Cells::ready);
        facts.answers().stream().sorted(Answer.FIRST_SUBMITTED).forEach(answer -> {
            Cells cells = groups.get(new Group(answer.asset(), answer.templateId()));
            if (cells != null) {
                cells.take(answer);
            }
        });
        groups.values().forEach(Cells::settle);
        facts.begun().forEach(work -> {
            Cells cells = groups.get(new Group(work.asset(), work.templateId()));
            if (cells != null) {
                cells.begin(work);
            }
        });
        Map<OccurrenceKey, RecordedMark> marks = inForce(facts);
        return inOrder.stream()
                .map(cell -> cell.state(
                        marks.isEmpty() ? null : marks.get(cell.occurrence().key()), now))
                .toList();
    }

    private static Map<OccurrenceKey, RecordedMark> inForce(RoundFacts facts) {
        Map<OccurrenceKey, RecordedMark> latest = new HashMap<>();
        for (RecordedMark mark : facts.marks()) {
            latest.merge(
                    mark.mark().key(),
                    mark,
                    (one, other) -> RecordedMark.BY_TIME.compare(one, other) >= 0 ? one : other);
        }
        latest.values().removeIf(recorded -> recorded.mark().kind() == OccurrenceMark.Kind.REOPEN);
        return latest;
    }

    /** Only inspections of the same object with the same form can answer each other's occurrences. */
    private record Group(AssetId asset, String templateId) {
        static Group of(Occurrence occurrence) {
            return new Group(occurrence.asset().id(), occurrence.plan().body().templateId());
        }
    }

    /** One occurrence while its answers are collected. */
    static final class Cell {
        private final Occurrence occurrence;
        private final List<Answer> answers = new ArrayList<>();
        private @Nullable BegunWork begun;
        private Instant opens;

        Cell(Occurrence occurrence) {
            this.occurrence = occurrence;
            this.opens = occurrence.window().opens();
        }

        Occurrence occurrence() {
            return occurrence;
        }

        SlotWindow window() {
            return occurrence.window();
        }

        List<Answer> answers() {
            return answers;
        }

        /** The first of the day was done late enough that the second has to wait. */
        void openNotBefore(Instant earliest) {
            opens = earliest.isAfter(opens) ? earliest : opens;
        }

        void begin(BegunWork work) {
            if (begun == null) {
                begun = work;
            }
        }

        boolean isOpenAt(Instant moment) {
            return window().inTime(moment);
        }

        boolean fits(Answer answer) {
            Map<String, String> asked = occurrence.plan().body().visit();
            return asked.entrySet().stream()
                    .allMatch(it ->
                            Objects.equals(it.getValue(), answer.observed().get(it.getKey())));
        }

        OccurrenceState state(@Nullable RecordedMark mark, Instant now) {
            Answer counted = answers.isEmpty() ? null : answers.getFirst();
            List<Answer> others = answers.size() < 2 ? List.of() : List.copyOf(answers.subList(1, answers.size()));
            Standing standing = standing(counted, mark, now);
            boolean late = counted != null && counted.begun().isAfter(window().due());
            return new OccurrenceState(
                    occurrence, standing, late, counted, others, mark, standing == Standing.STARTED ? begun : null);
        }

        private Standing standing(@Nullable Answer counted, @Nullable RecordedMark mark, Instant now) {
            if (counted != null) {
                return Standing.DONE;
            }
            if (begun != null) {
                return Standing.STARTED;
            }
            if (mark != null && mark.mark().kind() == OccurrenceMark.Kind.SKIP) {
                return Standing.SKIPPED;
            }
            if (now.isBefore(opens)) {
                return Standing.PLANNED;
            }
            if (!now.isAfter(window().due())) {
                return isPutOff(mark, now) ? Standing.POSTPONED : Standing.DUE;
            }
            return now.isAfter(window().closes()) ? Standing.MISSED : Standing.OVERDUE;
        }

        private static boolean isPutOff(@Nullable RecordedMark mark, Instant now) {
            return mark != null
                    && mark.mark().until() != null
                    && now.isBefore(
                            Answer.corrected(mark.mark().until(), mark.mark().clockOffsetMs()));
        }
    }
}
