package xundang.model.round;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import xundang.model.inspection.PlanId;
import xundang.model.inspection.PlannedSlot;
import xundang.model.round.Standings.Cell;

/** The occurrences of one object with one form, while inspections are given to them. */
final class Cells {
    /** The occurrences of one plan by name and by opening. */
    private static final class OfPlan {
        final RoundPlan plan;
        final Map<String, Cell> bySlot = new HashMap<>();
        final TreeMap<Instant, Cell> byOpening = new TreeMap<>();
        /** Inspections of a plan of several a day, by day; they are given out together. */
        final Map<LocalDate, List<Answer>> ofDay = new HashMap<>();

        OfPlan(RoundPlan plan) {
            this.plan = plan;
        }

        /** What was open at that moment; windows of one plan do not overlap. */
        @Nullable
        Cell openAt(Instant moment) {
            Map.Entry<Instant, Cell> before = byOpening.floorEntry(moment);
            return before != null && before.getValue().isOpenAt(moment) ? before.getValue() : null;
        }

        boolean isPerDay() {
            return plan.body().rhythm() instanceof Rhythm.PerDay;
        }

        boolean isRegular() {
            return plan.body().purpose() == Purpose.REGULAR;
        }
    }

    private final Map<PlanId, OfPlan> plans = new LinkedHashMap<>();
    private final Occurrences all;
    private final PlannedAsset asset;
    private List<OfPlan> regular = List.of();

    /** @param all to look up what an inspection names in another period */
    Cells(Occurrences all, PlannedAsset asset) {
        this.all = all;
        this.asset = asset;
    }

    void add(Cell cell) {
        RoundPlan plan = cell.occurrence().plan();
        OfPlan of = plans.computeIfAbsent(plan.id(), ignored -> new OfPlan(plan));
        of.bySlot.put(cell.window().slot(), cell);
        if (!of.isPerDay()) {
            of.byOpening.put(cell.window().opens(), cell);
        }
    }

    /** All are added. */
    void ready() {
        regular = plans.values().stream()
                .filter(OfPlan::isRegular)
                .sorted(Comparator.comparing(plan -> plan.plan.id()))
                .toList();
    }

    /** Gives an inspection to what it answers. To be called in order of submission. */
    void take(Answer answer) {
        Set<String> answered = new HashSet<>();
        giveToNamed(answer, answered);
        for (OfPlan plan : regular) {
            String series = plan.plan.body().seriesOrForm();
            if (!answered.contains(series) && giveToOpen(plan, answer)) {
                answered.add(series);
            }
        }
    }

    private void giveToNamed(Answer answer, Set<String> answered) {
        PlannedSlot wanted = answer.occurrence();
        if (wanted == null) {
            giveToMonth(answer, answered);
            return;
        }
        OfPlan plan = plans.get(wanted.planId());
        if (plan != null && plan.isPerDay()) {
            giveToDay(plan, answer);
            mark(plan.plan, answered);
        } else {
            giveToSlot(wanted, answer, answered);
        }
    }

    /** One that names an occurrence of another period belongs there, and to nothing else of its series. */
    private void giveToSlot(PlannedSlot wanted, Answer answer, Set<String> answered) {
        OfPlan plan = plans.get(wanted.planId());
        Cell here = plan == null ? null : plan.bySlot.get(wanted.slot());
        Cell cell = here != null ? here : all.find(asset, wanted).map(Cell::new).orElse(null);
        if (cell == null || !cell.window().counts(answer.begun()) || !cell.fits(answer)) {
            return;
        }
        cell.answers().add(answer);
        mark(cell.occurrence().plan(), answered);
    }

    /** An inspection of an older program named the last day of the month that it answered. */
    private void giveToMonth(Answer answer, Set<String> answered) {
        String day = answer.plannedFor();
        if (day == null) {
            return;
        }
        String slot;
        try {
            slot = YearMonth.from(LocalDate.parse(day)).toString();
        } catch (DateTimeParseException notADay) {
            return;
        }
        for (OfPlan plan : regular) {
            if (plan.plan.body().rhythm() instanceof Rhythm.Months rhythm && rhythm.months() == 1) {
                giveToSlot(new PlannedSlot(plan.plan.id(), slot), answer, answered);
            }
        }
    }

    private static void mark(RoundPlan plan, Set<String> answered) {
        if (plan.body().purpose() == Purpose.REGULAR) {
            answered.add(plan.body().seriesOrForm());
        }
    }

    private static boolean giveToOpen(OfPlan plan, Answer answer) {
        if (plan.isPerDay()) {
            return giveToDay(plan, answer);
        }
        Cell cell = plan.openAt(answer.begun());
        if (cell == null || !cell.fits(answer)) {
            return false;
        }
        cell.answers().add(answer);
        return true;
    }

    private static boolean giveToDay(OfPlan plan, Answer answer) {
        LocalDate day = Period.dayOf(answer.begun());
        if (!plan.bySlot.containsKey(day + "#1")) {
            return false;
        }
        plan.ofDay.computeIfAbsent(day, ignored -> new ArrayList<>()).add(answer);
        return true;
    }

    /** Gives the inspections of each day to its turns: each begins at least the rule's distance after the one before it. */
    void settle() {
        plans.values().forEach(plan -> plan.ofDay.forEach((day, answers) -> settle(plan, day, answers)));
    }

    private static void settle(OfPlan plan, LocalDate day, List<Answer> answers) {
        if (!(plan.plan.body().rhythm() instanceof Rhythm.PerDay rule)) {
            return;
        }
        Duration distance = Duration.ofHours(rule.leastHours());
        answers.sort(Comparator.comparing(Answer::begun).thenComparing(Answer::id));
        Cell last = null;
        Instant free = Instant.MIN;
        int next = 1;
        for (Answer answer : answers) {
            Cell turn = answer.begun().isBefore(free) ? null : firstOpen(plan, day, next, answer);
            if (turn != null) {
                turn.answers().add(answer);
                last = turn;
                next = turnOf(turn) + 1;
                free = answer.begun().plus(distance);
            } else if (last != null) {
                last.answers().add(answer);
            }
        }
        for (int turn = next; turn <= rule.times(); turn++) {
            Cell waiting = plan.bySlot.get(day + "#" + turn);
            if (waiting != null) {
                waiting.openNotBefore(free);
            }
        }
    }

    private static @Nullable Cell firstOpen(OfPlan plan, LocalDate day, int from, Answer answer) {
        for (int turn = from; plan.bySlot.containsKey(day + "#" + turn); turn++) {
            Cell cell = plan.bySlot.get(day + "#" + turn);
            if (cell != null && cell.isOpenAt(answer.begun()) && cell.fits(answer)) {
                return cell;
            }
        }
        return null;
    }

    private static int turnOf(Cell cell) {
        String slot = cell.window().slot();
        return Integer.parseInt(slot.substring(slot.indexOf('#') + 1));
    }

    /** Remembers a draft at the occurrence that it will answer when it is submitted. */
    void begin(BegunWork work) {
        PlannedSlot wanted = work.occurrence();
        if (wanted != null) {
            OfPlan plan = plans.get(wanted.planId());
            Cell cell = plan == null ? null : plan.bySlot.get(wanted.slot());
            if (cell != null && cell.window().counts(work.begun())) {
                cell.begin(work);
            }
            return;
        }
        for (OfPlan plan : regular) {
            Cell cell = plan.isPerDay() ? null : plan.openAt(work.begun());
            if (cell != null && cell.occurrence().plan().body().visit().isEmpty()) {
                cell.begin(work);
            }
        }
    }
}
