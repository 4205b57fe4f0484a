package xundang.desktop.platform.tasks;

import java.time.Duration;

/** Calls back again and again, from the one timer thread. */
@FunctionalInterface
public interface Ticker {
    /** Calls {@code tick} on the interface's thread, first after one period, until the returned handle is closed. */
    Subscription every(Duration period, Runnable tick);
}
