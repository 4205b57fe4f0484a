package xundang.server.auth;

import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/** Counts requests per caller and minute (trust requirement S33). Thread-safe; forgets each caller after its minute. */
public final class RequestBudget {
    private static final long WINDOW_MS = 60_000;
    private static final int SWEEP_AT = 10_000;

    private record Window(long startMs, int count) {}

    private final ConcurrentHashMap<String, Window> windows = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final int perMinute;

    public RequestBudget(InstantSource clock, int perMinute) {
        this.clock = clock;
        this.perMinute = perMinute;
    }

    /** Counts one request; false when the caller's budget of this minute is used up. */
    public boolean take(String caller) {
        long now = clock.millis();
        if (windows.size() > SWEEP_AT) {
            windows.values().removeIf(window -> now - window.startMs() >= WINDOW_MS);
        }
        Window window = windows.merge(
                caller,
                new Window(now, 1),
                (old, fresh) -> now - old.startMs() >= WINDOW_MS || now < old.startMs()
                        ? fresh
                        : new Window(old.startMs(), old.count() + 1));
        return window.count() <= perMinute;
    }
}
