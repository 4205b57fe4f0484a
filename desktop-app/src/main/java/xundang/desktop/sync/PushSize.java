package xundang.desktop.sync;

import java.time.Clock;
import java.time.Duration;
import xundang.model.sync.Limits;

/**
 * How many bytes of JSON travel in one push, before packing. A push that does not arrive whole has to go again, so each round begins small,
 * and doubles as long as the answers come quickly. A large one shares the server's fixed costs among more records.
 */
final class PushSize {
    private static final Duration QUICK = Duration.ofSeconds(2);
    private static final int LARGEST = 8 * 1024 * 1024;

    private final Clock clock;
    private int bytes = Limits.SMALL_PUSH;

    PushSize(Clock clock) {
        this.clock = clock;
    }

    int bytes() {
        return bytes;
    }

    long now() {
        return clock.millis();
    }

    /** A push that was sent at {@code begunAt} has been answered. */
    void answered(long begunAt) {
        boolean quick = clock.millis() - begunAt <= QUICK.toMillis();
        bytes = quick ? Math.min(LARGEST, bytes * 2) : Limits.SMALL_PUSH;
    }
}
