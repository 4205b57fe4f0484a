package xundang.desktop.inspection;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
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
        /** This month is answered. */
        DONE
    }

    /**
     * The round that has to be answered next, or was answered.
     *
     * @param dueOn its last day; for an overdue one that of the first month that was missed
     * @param answers last day of the month that an inspection begun today answers: an overdue object's inspection makes up for all missed
     *     months up to the last one and leaves this month's still to be done
     */
    public record Round(LocalDate dueOn, Standing standing, LocalDate answers) {
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
     * @param answered month that its latest submitted inspection answered; absent if it never had one
     */
    public static Round round(@Nullable YearMonth answered, LocalDate today) {
        YearMonth now = YearMonth.from(today);
        if (answered == null) {
            return of(now, Standing.DUE, now);
        }
        if (!answered.isBefore(now)) {
            return of(now, Standing.DONE, now);
        }
        YearMonth firstOpen = answered.plusMonths(1);
        return firstOpen.isBefore(now)
                ? of(firstOpen, Standing.OVERDUE, now.minusMonths(1))
                : of(now, Standing.DUE, now);
    }

    /**
     * The month that a submitted inspection answered: the one it was planned for, or, for one without a plan, that in which it was begun. An
     * inspection that runs past midnight on the last day of a month thus does not count for the next.
     *
     * @param plannedFor as the inspection carries it; anything but an ISO date is no monthly plan
     */
    public static YearMonth answered(@Nullable String plannedFor, LocalDate begun) {
        if (plannedFor != null) {
            try {
                return YearMonth.from(LocalDate.parse(plannedFor));
            } catch (DateTimeParseException notADay) {
                return YearMonth.from(begun);
            }
        }
        return YearMonth.from(begun);
    }

    private static Round of(YearMonth due, Standing standing, YearMonth answers) {
        return new Round(due.atEndOfMonth(), standing, answers.atEndOfMonth());
    }
}
