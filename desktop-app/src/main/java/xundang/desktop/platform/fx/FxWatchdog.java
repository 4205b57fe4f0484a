package xundang.desktop.platform.fx;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices when the interface's thread does not answer for longer than a limit, and says where it hangs. The timer is the caller's, because
 * threads are created in one place only.
 */
public final class FxWatchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FxWatchdog.class);

    /** One stall with the stack of the interface's thread at the moment it was noticed. */
    public record Stall(Duration noticedAfter, List<StackTraceElement> stack) {}

    private final long limitNanos;
    private final ScheduledFuture<?> ticking;
    private final AtomicReference<@Nullable Thread> fxThread = new AtomicReference<>();
    private final AtomicLong askedAt = new AtomicLong(Long.MIN_VALUE);
    private final AtomicLong reported = new AtomicLong(Long.MIN_VALUE);
    private final List<Stall> stalls = new CopyOnWriteArrayList<>();

    public FxWatchdog(ScheduledExecutorService timer, Duration limit) {
        limitNanos = limit.toNanos();
        // Before anything that may block it, so that even the first stall has a stack.
        Platform.runLater(() -> fxThread.set(Thread.currentThread()));
        long tick = Math.max(1, limit.toMillis() / 5);
        ticking = timer.scheduleAtFixedRate(this::look, tick, tick, TimeUnit.MILLISECONDS);
    }

    /** Everything noticed so far; each stall once. Any thread. */
    public List<Stall> stalls() {
        return List.copyOf(stalls);
    }

    private void look() {
        long asked = askedAt.get();
        if (asked == Long.MIN_VALUE) {
            ask();
            return;
        }
        long waited = System.nanoTime() - asked;
        if (waited > limitNanos && reported.getAndSet(asked) != asked) {
            report(waited);
        }
    }

    private void ask() {
        askedAt.set(System.nanoTime());
        Platform.runLater(() -> {
            fxThread.set(Thread.currentThread());
            askedAt.set(Long.MIN_VALUE);
        });
    }

    private void report(long waitedNanos) {
        Thread thread = fxThread.get();
        List<StackTraceElement> stack = thread == null ? List.of() : List.of(thread.getStackTrace());
        stalls.add(new Stall(Duration.ofNanos(waitedNanos), stack));
        LOG.warn(
                "interface did not answer for {} ms, at {}",
                TimeUnit.NANOSECONDS.toMillis(waitedNanos),
                stack.isEmpty() ? "unknown" : stack.getFirst());
    }

    @Override
    public void close() {
        ticking.cancel(false);
    }
}
