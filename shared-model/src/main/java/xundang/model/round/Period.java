package xundang.model.round;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import xundang.model.calendar.WorkingCalendar;

/** Days from the first to the last, both included. */
public record Period(LocalDate first, LocalDate last) {
    public Period {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(last + " is before " + first);
        }
    }

    /** One day. */
    public static Period of(LocalDate day) {
        return new Period(day, day);
    }

    /** A calendar month. */
    public static Period of(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /** Its first moment. */
    public Instant begins() {
        return Days.start(first);
    }

    /** Its last moment. */
    public Instant ends() {
        return Days.end(last);
    }

    /** The day on which something happens, in the zone of all rounds. */
    public static LocalDate dayOf(Instant moment) {
        return moment.atZone(WorkingCalendar.ZONE).toLocalDate();
    }
}
