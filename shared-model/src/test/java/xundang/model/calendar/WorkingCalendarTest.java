package xundang.model.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deadlines by the working calendar; domain specification, section 7, examples 16 to 18. */
class WorkingCalendarTest {
    private final WorkingCalendar calendar = WorkingCalendar.bundled();

    @Test
    void oneWorkingDayFromAFridayEndsOnAMakeUpSunday() {
        assertThat(calendar.plusWorkingDays(at("2025-09-26T16:00"), 1))
                .isEqualTo(new Deadline.Due(at("2025-09-28T16:00")));
    }

    @Test
    void oneWorkingDayFromTheEveOfALongHolidayEndsAfterIt() {
        assertThat(calendar.plusWorkingDays(at("2025-09-30T16:00"), 1))
                .isEqualTo(new Deadline.Due(at("2025-10-09T16:00")));
    }

    @Test
    void seventyTwoHoursRunThroughTheHoliday() {
        assertThat(TimeLimits.plus(at("2025-09-30T16:00"), Duration.ofDays(3))).isEqualTo(at("2025-10-03T16:00"));
    }

    @Test
    void limitsInHoursRunOverMidnight() {
        ZonedDateTime reported = at("2026-08-03T23:50");

        assertThat(TimeLimits.plus(reported, Duration.ofMinutes(30))).isEqualTo(at("2026-08-04T00:20"));
        assertThat(TimeLimits.plus(reported, Duration.ofHours(2))).isEqualTo(at("2026-08-04T01:50"));
        assertThat(TimeLimits.plus(reported, Duration.ofHours(4))).isEqualTo(at("2026-08-04T03:50"));
    }

    @Test
    void aMonthFromTheEndOfALongMonthEndsWithTheShortOne() {
        assertThat(TimeLimits.monthlyRound(LocalDate.of(2026, 1, 31))).isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @Test
    void summaryAndAnalysisAreDueInCalendarDays() {
        LocalDate end = LocalDate.of(2025, 6, 12);

        assertThat(TimeLimits.summary(end)).isEqualTo(LocalDate.of(2025, 6, 19));
        assertThat(TimeLimits.analysis(end)).isEqualTo(LocalDate.of(2025, 6, 14));
    }

    @Test
    void aLimitIntoAYearThatIsNotKnownIsNotGuessed() {
        assertThat(calendar.plusWorkingDays(at("2026-12-31T10:00"), 1)).isEqualTo(new Deadline.UnknownYear(2027));
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 3, 3))).isEmpty();
    }

    @Test
    void aLimitOfNoWorkingDaysEndsWhereItBegins() {
        assertThat(calendar.plusWorkingDays(at("2025-10-01T09:00"), 0))
                .isEqualTo(new Deadline.Due(at("2025-10-01T09:00")));
    }

    @Test
    void theNoticeDecidesBeforeTheWeekday() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 28))).contains(true);
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 10, 7))).contains(false);
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 10, 8))).contains(true);
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 10, 11))).contains(false);
    }

    @Test
    void anImportedYearReplacesTheBundledOne() {
        CalendarDay extra = new CalendarDay(LocalDate.of(2026, 3, 4), "临时放假", DayKind.HOLIDAY);

        WorkingCalendar changed = calendar.with(List.of(new CalendarYear(2026, "另一份通知", List.of(extra))));

        assertThat(changed.isWorkingDay(LocalDate.of(2026, 3, 4))).contains(false);
        assertThat(changed.isWorkingDay(LocalDate.of(2026, 2, 28))).contains(false);
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 3, 4))).contains(true);
    }

    @Test
    void bundledYearsNameTheirNotice() {
        assertThat(calendar.years()).containsExactly(2025, 2026);
        assertThat(calendar.year(2025))
                .get()
                .extracting(CalendarYear::source)
                .asString()
                .contains("国办发明电〔2024〕12号");
    }

    private static ZonedDateTime at(String local) {
        return LocalDateTime.parse(local).atZone(WorkingCalendar.ZONE);
    }
}
