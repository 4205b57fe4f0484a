package xundang.model.round;

import java.time.Instant;
import java.time.LocalDate;
import xundang.model.calendar.WorkingCalendar;

/** Where days begin and end. */
final class Days {
    private Days() {}

    static Instant start(LocalDate day) {
        return day.atStartOfDay(WorkingCalendar.ZONE).toInstant();
    }

    /** The last moment of a day, so that bounds can be included everywhere. */
    static Instant end(LocalDate day) {
        return start(day.plusDays(1)).minusNanos(1);
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
