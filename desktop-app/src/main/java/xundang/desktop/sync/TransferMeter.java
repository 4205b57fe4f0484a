package xundang.desktop.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import xundang.desktop.sync.SyncStatus.Transfer;

/**
 * Makes of single reports how far a transfer is and how long it will still take. The rate is an exponential mean over about
 * {@link #MEMORY_SECONDS}, so that one slow piece does not make the time left jump. Safe for use by several threads.
 */
final class TransferMeter implements Progress {
    /** A change of the network's rate shows after about this time. */
    private static final double MEMORY_SECONDS = 10;

    /** Before this much has been watched, a time left would be a guess. */
    private static final Duration WARM_UP = Duration.ofSeconds(3);

    private final InstantSource clock;
    private @Nullable Transfer now;
    private Instant began = Instant.MIN;
    private Instant measured = Instant.MIN;
    private long measuredDone;
    private double perSecond;

    TransferMeter(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void at(Transfer.What what, long done, long total) {
        Instant instant = clock.instant();
        boolean other = now == null || now.what() != what || done < measuredDone || instant.isBefore(measured);
        if (other) {
            began = instant;
            measured = instant;
            measuredDone = done;
            perSecond = 0;
        } else {
            measure(instant, done);
        }
        now = new Transfer(what, done, Math.max(done, total), secondsLeft(instant, Math.max(done, total) - done));
    }

    private void measure(Instant instant, long done) {
        double seconds = Duration.between(measured, instant).toMillis() / 1000.0;
        if (seconds <= 0) {
            return;
        }
        double rate = (done - measuredDone) / seconds;
        double weight = perSecond == 0 ? 1 : 1 - Math.exp(-seconds / MEMORY_SECONDS);
        perSecond += weight * (rate - perSecond);
        measured = instant;
        measuredDone = done;
    }

    private @Nullable Long secondsLeft(Instant instant, long rest) {
        boolean known = perSecond > 0 && Duration.between(began, instant).compareTo(WARM_UP) >= 0;
        return known ? (long) Math.ceil(rest / perSecond) : null;
    }

    @Override
    public synchronized void ended() {
        now = null;
    }

    synchronized @Nullable Transfer now() {
        return now;
    }
}
