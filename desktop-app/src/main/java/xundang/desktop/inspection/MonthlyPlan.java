package xundang.desktop.inspection;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The monthly plan of UPS hosts (source 002: every host once a calendar month). A round ends on the last day of its month. A host that was
 * never inspected is due, not overdue: nobody missed a round that this ledger knows of.
 */
public final class MonthlyPlan {
    private MonthlyPlan() {}

    /** Where an object stands. */
    public enum Standing {
        /** A whole month went by without an inspection. */
        OVERDUE,
        DUE,
        /** Inspected this month. */
        DONE
    }

    /** The round that has to be answered next, or was answered this month; {@code dueOn} is its last day. */
    public record Round(LocalDate dueOn, Standing standing) {
        /** Last day by which the object has to be inspected again: the next month's for one that was inspected this month. */
        public LocalDate nextDueOn() {
            return standing == Standing.DONE
                    ? YearMonth.from(dueOn).plusMonths(1).atEndOfMonth()
                    : dueOn;
        }
    }

    /**
     * The round of an object.
     *
     * @param last day of its latest submitted inspection; absent if it never had one
     */
    public static Round round(@Nullable LocalDate last, LocalDate today) {
        YearMonth now = YearMonth.from(today);
        if (last == null) {
            return new Round(now.atEndOfMonth(), Standing.DUE);
        }
        YearMonth inspected = YearMonth.from(last);
        if (!inspected.isBefore(now)) {
            return new Round(now.atEndOfMonth(), Standing.DONE);
        }
        YearMonth firstOpen = inspected.plusMonths(1);
        return firstOpen.isBefore(now)
                ? new Round(firstOpen.atEndOfMonth(), Standing.OVERDUE)
                : new Round(now.atEndOfMonth(), Standing.DUE);
    }
}
