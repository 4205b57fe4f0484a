package xundang.model.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class Uuid7SourceTest {
    private static final Instant NOW = Instant.parse("2026-08-03T06:05:00Z");

    @Test
    void anIdSaysVersionSevenAndItsMillisecond() {
        UUID id = new Uuid7Source(() -> NOW, new Random(1)).next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void aClockThatJumpsBackDoesNotMakeOlderIds() {
        var times = new ArrayDeque<>(List.of(NOW, NOW.minusSeconds(3600)));
        var source = new Uuid7Source(times::removeFirst, new Random(1));

        long first = source.next().getMostSignificantBits() >>> 16;
        long second = source.next().getMostSignificantBits() >>> 16;

        assertThat(second).isEqualTo(first);
    }
}
