package xundang.server.auth;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How much each laptop may upload (trust requirement S33): a few transfers at a time, and so many bytes a day. Thread-safe. */
public final class UploadBudget {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int SWEEP_AT = 10_000;

    /** A short while: one of the transfers under way will have ended. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final class Use {
        private long dayBegan;
        private long bytes;
        private int underWay;
    }

    private final Map<String, Use> uses = new HashMap<>();
    private final InstantSource clock;
    private final int atOnce;
    private final long bytesPerDay;

    public UploadBudget(InstantSource clock, int atOnce, long bytesPerDay) {
        this.clock = clock;
        this.atOnce = atOnce;
        this.bytesPerDay = bytesPerDay;
    }

    /** Begins a transfer of that many bytes, to be ended with {@link #end}; or says after what time to try again. */
    public synchronized Optional<Duration> begin(String laptop, long bytes) {
        long now = clock.millis();
        if (uses.size() > SWEEP_AT) {
            uses.values().removeIf(use -> use.underWay == 0 && now - use.dayBegan >= DAY.toMillis());
        }
        Use use = uses.computeIfAbsent(laptop, name -> new Use());
        if (now - use.dayBegan >= DAY.toMillis() || now < use.dayBegan) {
            use.dayBegan = now;
            use.bytes = 0;
        }
        if (use.underWay >= atOnce) {
            return Optional.of(SOON);
        }
        if (use.bytes + bytes > bytesPerDay) {
            return Optional.of(DAY.minusMillis(now - use.dayBegan));
        }
        use.underWay++;
        use.bytes += bytes;
        return Optional.empty();
    }

    /** Ends a transfer, however it went. */
    public synchronized void end(String laptop) {
        Use use = uses.get(laptop);
        if (use != null && use.underWay > 0) {
            use.underWay--;
        }
    }
}
