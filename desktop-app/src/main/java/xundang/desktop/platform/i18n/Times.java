package xundang.desktop.platform.i18n;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** How times are written: {@code 2026-08-03 周一 14:05}, in the laptop's zone. Immutable; any thread. */
public final class Times {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final ZoneId zone;

    public Times(ZoneId zone) {
        this.zone = zone;
    }

    /** Day, weekday and time. */
    public String full(Language language, OffsetDateTime at) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd E HH:mm", language.locale())
                .format(at.atZoneSameInstant(zone));
    }

    /** Day and weekday. */
    public String day(Language language, LocalDate day) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd E", language.locale()).format(day);
    }

    /** Day only, for narrow columns. */
    public String shortDay(OffsetDateTime at) {
        return DAY.format(at.atZoneSameInstant(zone));
    }

    /** Time of day. */
    public String clock(OffsetDateTime at) {
        return CLOCK.format(at.atZoneSameInstant(zone));
    }

    /** Time of day if it was today, otherwise the day and the time. */
    public String recent(Language language, Instant at, Instant now) {
        boolean today = LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(now, zone));
        return today
                ? CLOCK.format(at.atZone(zone))
                : full(language, at.atZone(zone).toOffsetDateTime());
    }

    /** The laptop's calendar day. */
    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    /** A duration as minutes and seconds, {@code 1:20}; hours are counted as minutes. */
    public String minutes(Duration duration) {
        return "%d:%02d".formatted(duration.toMinutes(), duration.toSecondsPart());
    }
}
