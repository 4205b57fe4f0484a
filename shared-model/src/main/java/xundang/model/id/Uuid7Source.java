package xundang.model.id;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDv7 ids (RFC 9562 section 5.7): 48 bits of Unix milliseconds, 74 random bits.
 *
 * <p>Ids made in one process never go backwards, even when its clock does: the laptop's clock is not trusted. Thread-safe.
 */
public final class Uuid7Source implements IdSource {
    private final InstantSource clock;
    private final RandomGenerator random;
    private long lastMillis;

    public Uuid7Source(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public synchronized UUID next() {
        lastMillis = Math.max(lastMillis, clock.millis());
        long randomA = random.nextLong() & 0x0FFFL;
        long high = (lastMillis << 16) | 0x7000L | randomA;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
