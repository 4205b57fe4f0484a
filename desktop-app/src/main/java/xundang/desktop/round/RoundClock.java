package xundang.desktop.round;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.InspectionFacts;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.ClockOffset;

/**
 * The time by which rounds are judged: the laptop's clock without its error as the server last measured it, and never back. A clock that is
 * set back would otherwise open again what was missed and hide what was done; until the server has measured anew, the latest time that
 * was seen holds. Store thread only.
 */
final class RoundClock {
    /** Clocks are corrected by a little all the time; nobody needs to hear of that. */
    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    private final Clock clock;
    private final ClockOffset offset;
    private final InspectionFacts inspections;
    private long known;
    private @Nullable Instant latest;

    RoundClock(Clock clock, ClockOffset offset, InspectionFacts inspections) {
        this.clock = clock;
        this.offset = offset;
        this.inspections = inspections;
    }

    /**
     * A moment.
     *
     * @param now corrected; never before any earlier answer, unless the server has measured the clock in between
     * @param offsetMs laptop minus server
     * @param wentBack how far the clock is behind, if more than a little
     */
    record Reading(Instant now, long offsetMs, @Nullable Duration wentBack) {}

    Reading read(Tx tx) {
        long measured = offset.millis(tx);
        Instant shown = clock.instant().minusMillis(measured);
        Instant before = before(tx, measured, shown);
        known = measured;
        latest = before.isAfter(shown) ? before : shown;
        Duration behind = Duration.between(shown, latest);
        return new Reading(latest, measured, behind.compareTo(TOLERANCE) > 0 ? behind : null);
    }

    private Instant before(Tx tx, long measured, Instant shown) {
        if (latest == null) {
            // What was submitted under this very measurement cannot lie in the future.
            return inspections
                    .newestSubmittedHere(tx, measured)
                    .map(newest -> newest.minusMillis(measured))
                    .orElse(shown);
        }
        return measured == known ? latest : shown;
    }
}
