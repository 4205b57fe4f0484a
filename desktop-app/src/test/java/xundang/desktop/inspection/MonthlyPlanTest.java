package xundang.desktop.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthlyPlanTest {
    @ParameterizedTest
    @CsvSource({
        // never inspected: due, not overdue
        ", 2026-08-03, 2026-08-31, DUE",
        // inspected in this month: done, on its first and on its last day
        "2026-08-01, 2026-08-31, 2026-08-31, DONE",
        "2026-08-31, 2026-08-31, 2026-08-31, DONE",
        // inspected last month: due again from the first day on
        "2026-07-31, 2026-08-01, 2026-08-31, DUE",
        "2026-07-01, 2026-08-31, 2026-08-31, DUE",
        // last month was missed: overdue since its last day
        "2026-06-30, 2026-08-01, 2026-07-31, OVERDUE",
        // several months were missed: overdue since the first of them
        "2026-03-15, 2026-08-03, 2026-04-30, OVERDUE",
        // over the turn of the year, and a short month
        "2025-12-31, 2026-01-01, 2026-01-31, DUE",
        "2026-01-31, 2026-02-15, 2026-02-28, DUE",
        "2025-11-30, 2026-01-01, 2025-12-31, OVERDUE",
        // another laptop's clock is ahead
        "2026-09-01, 2026-08-31, 2026-08-31, DONE"
    })
    void aRoundEndsWithItsMonth(LocalDate last, LocalDate today, LocalDate dueOn, MonthlyPlan.Standing standing) {
        MonthlyPlan.Round round = MonthlyPlan.round(last == null ? null : YearMonth.from(last), today);

        assertThat(round.dueOn()).isEqualTo(dueOn);
        assertThat(round.standing()).isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource({
        ", 2026-08-03, 2026-08-31",
        "2026-07, 2026-08-03, 2026-08-31",
        "2026-08, 2026-08-03, 2026-08-31",
        "2026-06, 2026-08-03, 2026-07-31",
        // several months were missed: one inspection makes up for them, and August is still to be done
        "2026-03, 2026-08-03, 2026-07-31",
        "2025-11, 2026-01-01, 2025-12-31"
    })
    void anInspectionAnswersTheLatestMissedMonthBeforeThisOne(YearMonth last, LocalDate today, LocalDate answers) {
        assertThat(MonthlyPlan.round(last, today).answers()).isEqualTo(answers);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-31, 2026-08-03, 2026-07",
        "2026-08-31, 2026-08-03, 2026-08",
        ", 2026-07-31, 2026-07",
        "slot 03, 2026-07-31, 2026-07"
    })
    void thePlanSaysWhichMonthWasAnsweredAndWithoutOneTheBeginning(
            String plannedFor, LocalDate begun, YearMonth answered) {
        assertThat(MonthlyPlan.answered(plannedFor, begun)).isEqualTo(answered);
    }

    @Test
    void aHostThatWasInspectedThisMonthIsNextDueAtTheEndOfTheNext() {
        MonthlyPlan.Round round = MonthlyPlan.round(YearMonth.of(2026, 11), LocalDate.of(2026, 11, 21));

        assertThat(round.nextDueOn()).isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    void aHostThatIsDueIsNextDueAtTheEndOfItsRound() {
        MonthlyPlan.Round round = MonthlyPlan.round(YearMonth.of(2026, 9), LocalDate.of(2026, 11, 21));

        assertThat(round.nextDueOn()).isEqualTo(LocalDate.of(2026, 10, 31));
    }
}
