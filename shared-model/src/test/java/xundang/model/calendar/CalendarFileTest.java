package xundang.model.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Calendar files as an administrator imports them. */
class CalendarFileTest {
    private static final String GOOD = """
            \uFEFF# 备注
            #source 2027 某通知
            year,date,name,kind

            2027,2027-01-01,元旦,holiday
            2027,2027-01-03,元旦,workday
            """;

    @Test
    void aGoodFileGivesItsYears() {
        CalendarFile.Result result = CalendarFile.read(GOOD);

        assertThat(result.problems()).isEmpty();
        assertThat(result.years())
                .containsExactly(new CalendarYear(
                        2027,
                        "某通知",
                        List.of(
                                new CalendarDay(LocalDate.of(2027, 1, 1), "元旦", DayKind.HOLIDAY),
                                new CalendarDay(LocalDate.of(2027, 1, 3), "元旦", DayKind.WORKDAY))));
    }

    @Test
    void linesOfWindowsFilesAreReadTheSame() {
        assertThat(CalendarFile.read(GOOD.replace("\n", "\r\n"))).isEqualTo(CalendarFile.read(GOOD));
    }

    @Test
    void eachFaultNamesItsLine() {
        CalendarFile.Result result = CalendarFile.read("""
                #source 2027 某通知
                year,date,name,kind
                27,2027-01-01,元旦,holiday
                2027,2027-02-30,春节,holiday
                2027,2026-01-01,元旦,holiday
                2027,2027-01-01,,holiday
                2027,2027-01-01,元旦,off
                2027,2027-01-04,元旦,workday
                2027,2027-05-01,劳动节,holiday
                2027,2027-05-01,劳动节,holiday
                2027,2027-05-02,劳动节
                """);

        assertThat(result.years()).isEmpty();
        assertThat(result.problems()).extracting(CalendarProblem::line).containsExactly(3, 4, 5, 6, 7, 8, 10, 11);
        assertThat(result.problems().get(6).in(Locale.CHINA)).isEqualTo("2027-05-01 重复，第 9 行已有。");
    }

    @Test
    void aYearWithoutItsSourceIsRefused() {
        CalendarFile.Result result = CalendarFile.read("year,date,name,kind\n2027,2027-01-01,元旦,holiday\n");

        assertThat(result.problems())
                .extracting(problem -> problem.in(Locale.CHINA))
                .containsExactly("2027 年没有写明来源（#source 2027 通知名称）。");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(CalendarFile.read("").problems()).hasSize(1);
    }
}
