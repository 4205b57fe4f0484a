package xundang.model.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which days are worked (工作日历): weekends off, but for the holidays and make-up days of each year's notice. Immutable.
 *
 * <p>It says nothing about a year whose notice it does not hold: who asks gets {@link Deadline.UnknownYear} or an empty answer.
 */
public final class WorkingCalendar {
    /** Every deadline and every round is counted in this zone, wherever a laptop believes to be. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final SortedMap<Integer, CalendarYear> years;
    private final Map<LocalDate, CalendarDay> days = new HashMap<>();

    private WorkingCalendar(Map<Integer, CalendarYear> known) {
        this.years = new TreeMap<>(known);
        years.values().forEach(year -> year.days().forEach(day -> days.put(day.date(), day)));
    }

    /** The years that come with the program. */
    public static WorkingCalendar bundled() {
        return of(CalendarFile.bundled());
    }

    /** These years only; of two editions of one year the later in the list counts. */
    public static WorkingCalendar of(Collection<CalendarYear> editions) {
        TreeMap<Integer, CalendarYear> years = new TreeMap<>();
        editions.forEach(edition -> years.put(edition.year(), edition));
        return new WorkingCalendar(years);
    }

    /** The same with these years added; a year that is known already is replaced. */
    public WorkingCalendar with(Collection<CalendarYear> editions) {
        TreeMap<Integer, CalendarYear> all = new TreeMap<>(years);
        editions.forEach(edition -> all.put(edition.year(), edition));
        return new WorkingCalendar(all);
    }

    /** The years whose holidays are known. */
    public SortedSet<Integer> years() {
        return new TreeSet<>(years.keySet());
    }

    /** What is known of a year, with its source. */
    public Optional<CalendarYear> year(int year) {
        return Optional.ofNullable(years.get(year));
    }

    /** All that is known, year by year. */
    public List<CalendarYear> editions() {
        return List.copyOf(years.values());
    }

    /** Whether people work on that day; empty for a year that is not known. */
    public Optional<Boolean> isWorkingDay(LocalDate date) {
        if (!years.containsKey(date.getYear())) {
            return Optional.empty();
        }
        CalendarDay day = days.get(date);
        return Optional.of(day == null ? !isWeekend(date) : day.kind() == DayKind.WORKDAY);
    }

    /**
     * The same clock time after so many working days, e.g. one from Tuesday 2025-09-30 16:00 is Thursday 10-09 16:00. The day of
     * {@code start} itself is not counted, worked or not.
     *
     * @param count 0 or more
     */
    public Deadline plusWorkingDays(ZonedDateTime start, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("a limit does not run backwards: " + count);
        }
        ZonedDateTime here = start.withZoneSameInstant(ZONE);
        LocalDate date = here.toLocalDate();
        for (int left = count; left > 0; ) {
            date = date.plusDays(1);
            Optional<Boolean> worked = isWorkingDay(date);
            if (worked.isEmpty()) {
                return new Deadline.UnknownYear(date.getYear());
            }
            left -= worked.get() ? 1 : 0;
        }
        return new Deadline.Due(date.atTime(here.toLocalTime()).atZone(ZONE));
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
