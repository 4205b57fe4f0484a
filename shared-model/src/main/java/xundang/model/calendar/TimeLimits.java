package xundang.model.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/** Limits that no holiday moves: calendar days, months and hours. */
public final class TimeLimits {
    /** 巡检完成后一周提交巡检汇总报告 [002]. */
    private static final int SUMMARY_DAYS = 7;

    /** 巡检后两日内完成分析 [002]. */
    private static final int ANALYSIS_DAYS = 2;

    private TimeLimits() {}

    /** The same day of a later month, or that month's last day when it has no such day: 2026-01-31 plus one month is 2026-02-28. */
    public static LocalDate plusMonths(LocalDate start, int months) {
        return start.plusMonths(months);
    }

    /** So much elapsed time, whatever day it is: the end of limits in hours and minutes. */
    public static ZonedDateTime plus(ZonedDateTime start, Duration limit) {
        return start.plus(limit).withZoneSameInstant(WorkingCalendar.ZONE);
    }

    /** Last day of a monthly round that was begun on {@code start} [003]. */
    public static LocalDate monthlyRound(LocalDate start) {
        return plusMonths(start, 1);
    }

    /** Last day for the summary (巡检汇总报告) of an inspection that ended on {@code end} [002]. */
    public static LocalDate summary(LocalDate end) {
        return end.plusDays(SUMMARY_DAYS);
    }

    /** Last day for the analysis of its results [002]. */
    public static LocalDate analysis(LocalDate end) {
        return end.plusDays(ANALYSIS_DAYS);
    }
}
