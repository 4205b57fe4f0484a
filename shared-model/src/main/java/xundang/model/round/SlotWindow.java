package xundang.model.round;

import java.time.Instant;
import java.time.LocalDate;
import xundang.model.calendar.WorkingCalendar;

/**
 * One turn of a rhythm.
 *
 * @param slot its name, the same on every machine: {@code 2026-09-01T03:00}, {@code 2026-09-01#2}, {@code 2026-09-01}, {@code 2026-09},
 *     {@code 2026-Q3}, {@code 2026-H2} or {@code 2026}
 * @param opens first moment at which an inspection of it may begin
 * @param due last moment at which one begun is in time
 * @param closes last moment at which a late one, begun then, still counts; {@code due} where nothing can be made up
 */
public record SlotWindow(String slot, Instant opens, Instant due, Instant closes) {
    /** Its last day. */
    public LocalDate dueOn() {
        return due.atZone(WorkingCalendar.ZONE).toLocalDate();
    }

    /** Whether an inspection begun then is in time. */
    public boolean inTime(Instant begun) {
        return !begun.isBefore(opens) && !begun.isAfter(due);
    }

    /** Whether an inspection begun then counts, in time or made up. */
    public boolean counts(Instant begun) {
        return !begun.isBefore(opens) && !begun.isAfter(closes);
    }

    SlotWindow notBefore(Instant start) {
        return opens.isBefore(start) ? new SlotWindow(slot, start, due, closes) : this;
    }
}
