package xundang.model.round;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import xundang.model.calendar.WorkingCalendar;
import xundang.model.text.ModelText;

/** What may be left out or put off, and how far (跳过、延期). The same on the laptop and on the server. */
public final class MarkRules {
    /** Longest reason, in characters. */
    public static final int MOST_REASON = 500;

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private MarkRules() {}

    /**
     * What is wrong with a mark; empty when it may be made. It needs a reason and must be made before the occurrence is over, so that nobody
     * explains away afterwards what was missed. A patrol at fixed times can only be skipped; anything else can be put off to a moment within
     * its time: the last is the end of its day, its turn or its month.
     */
    public static Optional<ModelText> check(Occurrence occurrence, OccurrenceMark mark) {
        if (mark.reason().isBlank()) {
            return Optional.of(ModelText.of("mark.no_reason"));
        }
        if (mark.reason().length() > MOST_REASON) {
            return Optional.of(ModelText.of("mark.reason_long", String.valueOf(MOST_REASON)));
        }
        if (mark.made().isAfter(occurrence.window().closes())) {
            return Optional.of(ModelText.of("mark.over"));
        }
        return mark.kind() == OccurrenceMark.Kind.POSTPONE ? checkUntil(occurrence, mark) : Optional.empty();
    }

    /** Whether the occurrence can be put off at all. */
    public static boolean canPutOff(Occurrence occurrence) {
        return !(occurrence.plan().body().rhythm() instanceof Rhythm.Slots);
    }

    /** The last moment to which it can be put off. */
    public static Instant latestUntil(Occurrence occurrence) {
        return occurrence.window().due();
    }

    private static Optional<ModelText> checkUntil(Occurrence occurrence, OccurrenceMark mark) {
        OffsetDateTime until = mark.until();
        if (!canPutOff(occurrence)) {
            return Optional.of(ModelText.of("mark.slot_not_put_off"));
        }
        if (until == null) {
            return Optional.of(ModelText.of("mark.until_missing"));
        }
        Instant again = Answer.corrected(until, mark.clockOffsetMs());
        if (again.isAfter(latestUntil(occurrence))) {
            return Optional.of(ModelText.of("mark.until_late", shown(latestUntil(occurrence))));
        }
        return again.isAfter(mark.made()) ? Optional.empty() : Optional.of(ModelText.of("mark.until_past"));
    }

    private static String shown(Instant moment) {
        return moment.atZone(WorkingCalendar.ZONE).format(SHOWN);
    }
}
