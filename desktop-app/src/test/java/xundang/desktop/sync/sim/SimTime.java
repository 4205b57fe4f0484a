package xundang.desktop.sync.sim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The one time of a run. Each look at it takes a microsecond, so that no two moments are the same. */
final class SimTime implements InstantSource {
    private Instant now = Instant.parse("2026-11-20T00:00:00Z");

    @Override
    public synchronized Instant instant() {
        now = now.plus(1, ChronoUnit.MICROS);
        return now;
    }

    synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    /** A laptop's clock: the same time, wrong by some amount that may change. */
    LaptopClock laptop() {
        return new LaptopClock();
    }

    /** A clock that runs right but stands wrong. */
    final class LaptopClock extends Clock {
        private Duration wrong = Duration.ZERO;

        void wrongBy(Duration amount) {
            wrong = amount;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.ofHours(8);
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("a laptop of this fleet stays where it is");
        }

        @Override
        public Instant instant() {
            return SimTime.this.instant().plus(wrong);
        }
    }
}
