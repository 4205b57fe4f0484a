package xundang.desktop.sync;

import java.time.Clock;
import java.time.Duration;

/**
 * How much of a picture travels in one request. It begins with what requirement R8 allows on a weak network, doubles as long as a whole
 * piece goes through quickly, and falls back after a cut; a piece is what a cut can cost. Thread-safe.
 */
final class PieceSize {
    /** Requirement R8: a weak network loses at most this much of the work. */
    static final int FIRST = 256 * 1024;

    /** Larger pieces gain nothing on a loopback; measured by the photo benchmark. */
    static final int LARGEST = 4 * 1024 * 1024;

    private static final Duration QUICK = Duration.ofSeconds(1);
    private static final Duration SLOW = Duration.ofSeconds(4);

    private final Clock clock;
    private int bytes = FIRST;

    PieceSize(Clock clock) {
        this.clock = clock;
    }

    synchronized int bytes() {
        return bytes;
    }

    /** The network has shown that it bears the largest pieces. */
    synchronized boolean isLargest() {
        return bytes == LARGEST;
    }

    long now() {
        return clock.millis();
    }

    /** A piece went through that was sent at {@code begunAt}; the last, shorter piece of a picture says nothing. */
    synchronized void carried(int sent, long begunAt) {
        long took = clock.millis() - begunAt;
        if (took > SLOW.toMillis()) {
            bytes = Math.max(FIRST, bytes / 2);
        } else if (sent >= bytes && took <= QUICK.toMillis()) {
            bytes = Math.min(LARGEST, bytes * 2);
        }
    }

    /** The connection broke or timed out. */
    synchronized void cut() {
        bytes = FIRST;
    }
}
