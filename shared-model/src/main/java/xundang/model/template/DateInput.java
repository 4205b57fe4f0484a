package xundang.model.template;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody typed into a field for a day, or for a day and a time of day. */
public sealed interface DateInput {
    /** A day. */
    record Day(LocalDate date) implements DateInput {}

    /** A day and a time of day, to the minute. */
    record Moment(LocalDateTime at) implements DateInput {}

    /** Nothing but spaces. */
    record Blank() implements DateInput {}

    /** No day at all, a day that the calendar does not have, or one outside 1990 to 2099; or the time of day is missing or too much. */
    record NotADate(String text) implements DateInput {}

    /** Reads a day: {@code 20260803}, {@code 2026-8-3}, {@code 2026.08.03}, {@code 2026/8/3}, {@code 2026年8月3日}; full-width digits too. */
    static DateInput day(String typed) {
        String text = Syntax.plain(typed);
        if (text.isEmpty()) {
            return new Blank();
        }
        Matcher day = Syntax.DAY.matcher(text);
        try {
            return day.matches() ? new Day(Syntax.day(day)) : new NotADate(typed.strip());
        } catch (DateTimeException notInTheCalendar) {
            return new NotADate(typed.strip());
        }
    }

    /** Reads a day and a time of day of 24 hours: {@code 20260803 1405}, {@code 202608031405}, {@code 2026-08-03 14:05}. */
    static DateInput moment(String typed) {
        String text = Syntax.plain(typed);
        if (text.isEmpty()) {
            return new Blank();
        }
        Matcher both = Syntax.MOMENT.matcher(text);
        try {
            return both.matches()
                    ? new Moment(LocalDateTime.of(Syntax.day(both), Syntax.time(both)))
                    : new NotADate(typed.strip());
        } catch (DateTimeException notInTheCalendar) {
            return new NotADate(typed.strip());
        }
    }

    /** Keeps the patterns out of the interface's constants. */
    final class Syntax {
        private static final String PACKED = "(?<packed>[0-9]{8})";
        private static final String PARTED = "(?<year>[0-9]{4})[-./年](?<month>[0-9]{1,2})[-./月](?<day>[0-9]{1,2})日?";
        private static final Pattern DAY = Pattern.compile("(?:" + PACKED + "|" + PARTED + ")");
        private static final Pattern MOMENT = Pattern.compile("(?:" + PACKED + "|" + PARTED
                + ")(?:[ T]*)(?:(?<hour>[0-9]{1,2})[:点时](?<minute>[0-9]{2})分?|(?<hours>[0-9]{2})(?<minutes>[0-9]{2}))");
        private static final int FIRST_YEAR = 1990;
        private static final int LAST_YEAR = 2099;

        private Syntax() {}

        private static String plain(String typed) {
            return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                    .replace('。', '.')
                    .replace('、', '.')
                    .replace('\u2013', '-')
                    .replace('\u2014', '-')
                    .replaceAll("\\s+", " ")
                    .strip();
        }

        private static LocalTime time(Matcher typed) {
            boolean packed = typed.group("hours") != null;
            return LocalTime.of(
                    Integer.parseInt(typed.group(packed ? "hours" : "hour")),
                    Integer.parseInt(typed.group(packed ? "minutes" : "minute")));
        }

        private static LocalDate day(Matcher typed) {
            String packed = typed.group("packed");
            LocalDate day = packed == null
                    ? LocalDate.of(
                            Integer.parseInt(typed.group("year")),
                            Integer.parseInt(typed.group("month")),
                            Integer.parseInt(typed.group("day")))
                    : LocalDate.of(
                            Integer.parseInt(packed.substring(0, 4)),
                            Integer.parseInt(packed.substring(4, 6)),
                            Integer.parseInt(packed.substring(6)));
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw new DateTimeException("year " + day.getYear());
            }
            return day;
        }
    }
}
