package xundang.desktop.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimesTest {
    private final Times times = new Times(ZoneId.of("Asia/Shanghai"));

    @Test
    void aTimeIsWrittenWithItsWeekday() {
        OffsetDateTime at = OffsetDateTime.parse("2026-08-03T06:05Z");
        assertThat(times.full(Language.ZH, at)).isEqualTo("2026-08-03 周一 14:05");
        assertThat(times.full(Language.EN, at)).isEqualTo("2026-08-03 Mon 14:05");
    }

    @Test
    void aTimeOfTodayIsWrittenWithoutItsDay() {
        Instant now = Instant.parse("2026-11-21T03:05:00Z");
        assertThat(times.recent(Language.ZH, Instant.parse("2026-11-21T02:42:00Z"), now)).isEqualTo("10:42");
        assertThat(times.recent(Language.ZH, Instant.parse("2026-11-20T02:42:00Z"), now))
                .isEqualTo("2026-11-20 周五 10:42");
    }

    @Test
    void aDurationIsWrittenInMinutesAndSeconds() {
        assertThat(times.minutes(Duration.ofSeconds(80))).isEqualTo("1:20");
    }
}
