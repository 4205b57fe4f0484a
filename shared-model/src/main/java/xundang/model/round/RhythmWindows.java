package xundang.model.round;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import xundang.model.calendar.WorkingCalendar;

/** The windows of a plan, in order of time, without gaps or overlaps within its own days. */
final class RhythmWindows {
    private static final int HOURS = 24;
    private static final int YEAR = 12;
    private static final int HALF_YEAR = 6;
    private static final int QUARTER = 3;

    private final PlanBody plan;

    RhythmWindows(PlanBody plan) {
        this.plan = plan;
    }

    /** The windows of which at least a part lies within the period, late time included. */
    List<SlotWindow> touching(Period period) {
        List<SlotWindow> windows = new ArrayList<>();
        for (Term term :
                Term.of(plan, period.first().minusDays(back()), period.last().plusDays(1))) {
            add(term, period, windows);
        }
        windows.removeIf(window ->
                window.closes().isBefore(period.begins()) || window.opens().isAfter(period.ends()));
        return windows;
    }

    /** How far before a period its earliest window can have begun. */
    private int back() {
        return switch (plan.rhythm()) {
            case Rhythm.Slots ignored -> 1;
            case Rhythm.PerDay ignored -> 1;
            case Rhythm.Days days -> 2 * days.days();
            case Rhythm.Months months -> 2 * 31 * months.months();
        };
    }

    private void add(Term term, Period period, List<SlotWindow> windows) {
        LocalDate first = Days.later(term.first(), period.first().minusDays(back()));
        LocalDate last = Days.earlier(term.last(), period.last().plusDays(1));
        switch (plan.rhythm()) {
            case Rhythm.Slots slots -> first.datesUntil(last.plusDays(1)).forEach(day -> addSlots(slots, day, windows));
            case Rhythm.PerDay perDay ->
                first.datesUntil(last.plusDays(1)).forEach(day -> addPerDay(perDay, day, windows));
            case Rhythm.Days days -> addDays(days.days(), term, first, last, windows);
            case Rhythm.Months months -> addMonths(months, term, first, last, windows);
        }
    }

    private static void addSlots(Rhythm.Slots slots, LocalDate day, List<SlotWindow> windows) {
        for (int hour = slots.firstHour(); hour < HOURS; hour += slots.everyHours()) {
            Instant at = day.atTime(LocalTime.of(hour, 0))
                    .atZone(WorkingCalendar.ZONE)
                    .toInstant();
            Duration either = Duration.ofMinutes(slots.windowMinutes());
            Instant end = at.plus(either);
            windows.add(new SlotWindow(day + "T" + LocalTime.of(hour, 0), at.minus(either), end, end));
        }
    }

    /** The earliest and latest that the n-th can be when all of the day keep their distance. */
    private static void addPerDay(Rhythm.PerDay rule, LocalDate day, List<SlotWindow> windows) {
        for (int i = 1; i <= rule.times(); i++) {
            Instant opens = Days.start(day).plus(Duration.ofHours((long) rule.leastHours() * (i - 1)));
            Instant due = Days.end(day).minus(Duration.ofHours((long) rule.leastHours() * (rule.times() - i)));
            windows.add(new SlotWindow(day + "#" + i, opens, due, due));
        }
    }

    private static void addDays(int length, Term term, LocalDate first, LocalDate last, List<SlotWindow> windows) {
        long turns = ChronoUnit.DAYS.between(term.first(), first) / length;
        for (LocalDate day = term.first().plusDays(turns * length); !day.isAfter(last); day = day.plusDays(length)) {
            Instant due = Days.end(Days.earlier(day.plusDays(length - 1L), term.last()));
            Instant closes = length == 1 ? due : Days.end(day.plusDays(2L * length - 1));
            windows.add(new SlotWindow(day.toString(), Days.start(day), due, closes));
        }
    }

    private static void addMonths(
            Rhythm.Months rule, Term term, LocalDate first, LocalDate last, List<SlotWindow> windows) {
        int length = rule.months();
        int before = (first.getMonthValue() - 1) / length;
        YearMonth month = YearMonth.of(first.getYear(), before * length + 1);
        for (; !month.atDay(1).isAfter(last); month = month.plusMonths(length)) {
            int number = (month.getMonthValue() - 1) / length + 1;
            if (rule.only().isEmpty() || rule.only().contains(number)) {
                LocalDate opens = Days.later(month.atDay(1), term.first());
                LocalDate due = Days.earlier(month.plusMonths(length - 1L).atEndOfMonth(), term.last());
                LocalDate closes = month.plusMonths(2L * length - 1).atEndOfMonth();
                windows.add(new SlotWindow(
                        name(month, length, number), Days.start(opens), Days.end(due), Days.end(closes)));
            }
        }
    }

    private static String name(YearMonth month, int length, int number) {
        return switch (length) {
            case YEAR -> String.format(Locale.ROOT, "%04d", month.getYear());
            case HALF_YEAR -> String.format(Locale.ROOT, "%04d-H%d", month.getYear(), number);
            case QUARTER -> String.format(Locale.ROOT, "%04d-Q%d", month.getYear(), number);
            default -> month.toString();
        };
    }
}
