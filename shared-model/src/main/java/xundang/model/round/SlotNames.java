package xundang.model.round;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the names of slots, see {@link SlotWindow#slot()}. */
public final class SlotNames {
    private static final Pattern SHAPE =
            Pattern.compile("(\\d{4})(?:-(?:Q([1-4])|H([12])|(\\d\\d)(?:-(\\d\\d)(?:T\\d\\d:00|#\\d{1,2})?)?))?");
    private static final int YEAR = 1;
    private static final int QUARTER = 2;
    private static final int HALF = 3;
    private static final int MONTH = 4;
    private static final int DAY = 5;

    private SlotNames() {}

    /** The day that the slot is named after, or the first day of its month, quarter, half or year; empty for anything that names none. */
    public static Optional<LocalDate> firstDay(String slot) {
        Matcher parts = SHAPE.matcher(slot);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            int year = Integer.parseInt(parts.group(YEAR));
            int day = parts.group(DAY) == null ? 1 : Integer.parseInt(parts.group(DAY));
            return Optional.of(YearMonth.of(year, month(parts)).atDay(day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** All days of what the slot is named after: its day, month, quarter, half or year. Its window touches them. */
    static Optional<Period> days(String slot) {
        return firstDay(slot).map(first -> new Period(first, last(slot, first)));
    }

    private static LocalDate last(String slot, LocalDate first) {
        if (slot.length() == "2026".length()) {
            return first.plusYears(1).minusDays(1);
        }
        return slot.length() == "2026-09".length()
                ? first.plusMonths(monthsOf(slot)).minusDays(1)
                : first;
    }

    private static int monthsOf(String slot) {
        return slot.contains("Q") ? 3 : slot.contains("H") ? 6 : 1;
    }

    private static int month(Matcher parts) {
        if (parts.group(QUARTER) != null) {
            return 3 * Integer.parseInt(parts.group(QUARTER)) - 2;
        }
        if (parts.group(HALF) != null) {
            return 6 * Integer.parseInt(parts.group(HALF)) - 5;
        }
        return parts.group(MONTH) == null ? 1 : Integer.parseInt(parts.group(MONTH));
    }
}
