package xundang.desktop.round.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UntilTextTest {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-21T11:05+08:00");

    @ParameterizedTest
    @CsvSource({
        "14:30, 2026-11-21T14:30+08:00",
        "１４：３０, 2026-11-21T14:30+08:00",
        "12-05, 2026-12-05T23:59+08:00",
        "12/5 9:00, 2026-12-05T09:00+08:00",
        "2026-12-05, 2026-12-05T23:59+08:00",
        "2026-12-05 14:30, 2026-12-05T14:30+08:00",
        // a day of that name that has passed is next year's
        "01-15, 2027-01-15T23:59+08:00"
    })
    void aTimeIsReadAsAPersonMeansIt(String typed, OffsetDateTime meant) {
        assertThat(UntilText.parse(typed, NOW)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "明天", "25:00", "13-40", "2026-02-30", "14", "12-05 14"})
    void whatIsNoTimeIsNotGuessed(String typed) {
        assertThat(UntilText.parse(typed, NOW)).isEmpty();
    }
}
