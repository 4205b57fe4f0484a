package xundang.desktop.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When the next round is due. After faults the wait is drawn between nothing and a bound that doubles from 2 s to 15 min (full jitter), so
 * that many laptops do not come back at the same moment. Pure but for the given chance; not thread-safe.
 */
final class SyncSchedule {
    static final Duration SHORTEST = Duration.ofSeconds(2);
    static final Duration LONGEST = Duration.ofMinutes(15);
    static final Duration TICK = Duration.ofSeconds(60);

    /** A save is often followed by another one; they travel together. */
    static final Duration DEBOUNCE = Duration.ofSeconds(1);

    private final RandomGenerator random;
    private int failures;
    private Instant due = Instant.MIN;
    private Instant notBefore = Instant.MIN;

    SyncSchedule(RandomGenerator random) {
        this.random = random;
    }

    boolean isDue(Instant now) {
        return !now.isBefore(due) && !now.isBefore(notBefore);
    }

    /** Something waits to be sent: soon, but never before a wait that a fault imposed. */
    void nudge(Instant now) {
        Instant soon = now.plus(DEBOUNCE);
        if (soon.isBefore(due)) {
            due = soon;
        }
    }

    /** The person asks, or the network was switched on: at once. */
    void now() {
        due = Instant.MIN;
        notBefore = Instant.MIN;
    }

    void ended(RoundOutcome outcome, Instant now) {
        switch (outcome) {
            case RoundOutcome.Done done -> {
                failures = 0;
                Duration asked = Duration.ofSeconds(Math.max(1, done.pollAfterS()));
                due = now.plus(asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
                notBefore = now;
            }
            case RoundOutcome.Failed failed -> failed(failed.fault(), now);
            case RoundOutcome.StoreFailed ignored -> waitFor(LONGEST, now);
        }
    }

    private void failed(SyncFault fault, Instant now) {
        if (fault instanceof SyncFault.Stopped) {
            due = now.plus(TICK);
        } else {
            waitFor(wait(fault), now);
        }
    }

    private Duration wait(SyncFault fault) {
        return switch (fault) {
            case SyncFault.LoginNeeded ignored -> LONGEST;
            case SyncFault.Refused ignored -> LONGEST;
            case SyncFault.TooOld ignored -> LONGEST;
            case SyncFault.Busy busy -> notBefore(busy.retryAfter());
            case SyncFault.NoAnswer ignored -> jitter();
            case SyncFault.NetworkLogin ignored -> jitter();
            case SyncFault.Unreadable ignored -> jitter();
            case SyncFault.TooLarge ignored -> jitter();
            case SyncFault.SequenceGap ignored -> jitter();
            case SyncFault.StaleSession ignored -> jitter();
            case SyncFault.Resync ignored -> jitter();
            case SyncFault.UploadOffset ignored -> jitter();
            case SyncFault.NotThere ignored -> jitter();
            case SyncFault.Stopped ignored -> jitter();
        };
    }

    /** The jitter comes on top of the time that the server named, or all laptops would be back at that moment. */
    private Duration notBefore(@Nullable Duration asked) {
        return asked == null ? jitter() : asked.plus(jitter());
    }

    private void waitFor(Duration wait, Instant now) {
        notBefore = now.plus(wait);
        due = notBefore;
    }

    private Duration jitter() {
        int doublings = Math.min(failures++, 30);
        long bound = Math.min(LONGEST.toMillis(), SHORTEST.toMillis() << doublings);
        return Duration.ofMillis(random.nextLong(bound + 1));
    }
}
