package xundang.desktop.app;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import xundang.desktop.platform.tasks.Subscription;
import xundang.desktop.platform.tasks.Ticker;

/** Gathers many commits into few announcements: a first sync brings hundreds of pages, and nobody can read that fast. */
final class CoalescedChanges implements LedgerChanges {
    private static final Duration PERIOD = Duration.ofMillis(400);

    private final AtomicBoolean changed = new AtomicBoolean();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Begins to announce; the returned handle ends it. */
    Subscription start(Ticker ticker) {
        return ticker.every(PERIOD, () -> {
            if (changed.getAndSet(false)) {
                listeners.forEach(Runnable::run);
            }
        });
    }

    /** Something was committed. Any thread. */
    void note() {
        changed.set(true);
    }

    @Override
    public Subscription onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
