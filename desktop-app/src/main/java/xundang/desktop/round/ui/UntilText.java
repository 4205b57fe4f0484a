package xundang.desktop.round.ui;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A time as a person types it: {@code 14:30}, {@code 12-05}, {@code 2026-12-05}, {@code 12-05 14:30}; full-width characters too. */
final class UntilText {
    private static final Pattern FORM =
            Pattern.compile("(?:(?:(\\d{4})[-/.])?(\\d{1,2})[-/.](\\d{1,2}))?\\s*(?:(\\d{1,2}):(\\d{2}))?");
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private UntilText() {}

    /**
     * What was meant. A day without a time is its end; a time without a day is today's; a day without a year is the next one of that name.
     *
     * @param now the present time, in the zone in which the person thinks
     */
    static Optional<OffsetDateTime> parse(String typed, OffsetDateTime now) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        Matcher parts = FORM.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = parts.group(2) == null ? now.toLocalDate() : day(parts, now.toLocalDate());
            LocalTime time = parts.group(4) == null
                    ? END_OF_DAY
                    : LocalTime.of(Integer.parseInt(parts.group(4)), Integer.parseInt(parts.group(5)));
            return Optional.of(OffsetDateTime.of(day, time, now.getOffset()));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static LocalDate day(Matcher parts, LocalDate today) {
        int month = Integer.parseInt(parts.group(2));
        int dayOfMonth = Integer.parseInt(parts.group(3));
        if (parts.group(1) != null) {
            return LocalDate.of(Integer.parseInt(parts.group(1)), month, dayOfMonth);
        }
        LocalDate thisYear = LocalDate.of(today.getYear(), month, dayOfMonth);
        return thisYear.isBefore(today) ? thisYear.plusYears(1) : thisYear;
    }

    /** As it is shown again; nothing for no time. */
    static String words(@Nullable OffsetDateTime time) {
        return time == null ? "" : WORDS.format(time);
    }
}
