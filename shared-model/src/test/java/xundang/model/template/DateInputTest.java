package xundang.model.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateInputTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "20260803",
                "2026-08-03",
                "2026-8-3",
                "2026.8.3",
                "2026/8/3",
                "2026年8月3日",
                " 2026-08-03 ",
                "２０２６０８０３",
                "2026。8。3"
            })
    void aDayIsReadHoweverItIsWritten(String typed) {
        assertThat(DateInput.day(typed)).isEqualTo(new DateInput.Day(LocalDate.of(2026, 8, 3)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20260803 1405",
                "202608031405",
                "2026-08-03 14:05",
                "2026-8-3 1405",
                "2026年8月3日14点05分",
                "2026-08-03T14:05",
                "２０２６０８０３　１４０５",
                "2026/8/3 14：05"
            })
    void aTimeOfDayIsReadHoweverItIsWritten(String typed) {
        assertThat(DateInput.moment(typed)).isEqualTo(new DateInput.Moment(LocalDateTime.of(2026, 8, 3, 14, 5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"昨天", "20260230", "2026-13-01", "260803", "18990101", "2026-08", "2026-08-03 14:05"})
    void whatIsNoDayOfTheCalendarIsNoDay(String typed) {
        assertThat(DateInput.day(typed)).isEqualTo(new DateInput.NotADate(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-08-03", "20260803 2405", "20260803 1460", "14:05", "20260803 14"})
    void whatIsNoTimeOfADayIsNone(String typed) {
        assertThat(DateInput.moment(typed)).isEqualTo(new DateInput.NotADate(typed));
    }

    @Test
    void spacesAreNothing() {
        assertThat(DateInput.day("  ")).isEqualTo(new DateInput.Blank());
        assertThat(DateInput.moment("　")).isEqualTo(new DateInput.Blank());
    }
}
