package xundang.desktop.platform.tasks;

import java.time.Duration;

/** Calls back later. There is one timer thread for everything: what it runs only hands work on and never blocks. */
@FunctionalInterface
public interface Timer {
    /** Runs the task once after the delay, unless the returned handle is closed before. */
    Subscription after(Duration delay, Runnable task);
}
