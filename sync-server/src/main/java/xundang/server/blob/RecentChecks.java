package xundang.server.blob;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/** Which pictures were read and compared with their hash a short while ago, so that a picture fetched in parts is not read anew for each. */
final class RecentChecks {
    private static final Duration VALID = Duration.ofMinutes(10);
    private static final int SWEEP_AT = 2_000;

    private final InstantSource clock;
    private final ConcurrentHashMap<String, Instant> checked = new ConcurrentHashMap<>();

    RecentChecks(InstantSource clock) {
        this.clock = clock;
    }

    boolean has(String sha256) {
        Instant at = checked.get(sha256);
        return at != null && clock.instant().isBefore(at.plus(VALID));
    }

    void add(String sha256) {
        Instant now = clock.instant();
        if (checked.size() > SWEEP_AT) {
            checked.values().removeIf(at -> !now.isBefore(at.plus(VALID)));
        }
        checked.put(sha256, now);
    }
}
