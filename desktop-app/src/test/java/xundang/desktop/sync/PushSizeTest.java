package xundang.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import xundang.model.sync.Limits;

/** Pushes fit the network. */
class PushSizeTest {
    private Instant now = Instant.parse("2026-11-21T02:00:00Z");
    private final PushSize size = new PushSize(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    private void push(Duration took) {
        long begunAt = size.now();
        now = now.plus(took);
        size.answered(begunAt);
    }

    @Test
    void theFirstPushIsOneThatEveryServerTakes() {
        assertThat(size.bytes()).isEqualTo(Limits.SMALL_PUSH);
    }

    @Test
    void onAQuickNetworkPushesGrowToWhatTheServerTakes() {
        push(Duration.ofMillis(300));
        assertThat(size.bytes()).isEqualTo(2 * Limits.SMALL_PUSH);
        push(Duration.ofMillis(300));
        assertThat(size.bytes()).isGreaterThanOrEqualTo(Limits.DEFAULT.maxBytes());
    }

    @Test
    void theyDoNotGrowWithoutEnd() {
        for (int i = 0; i < 40; i++) {
            push(Duration.ofMillis(300));
        }
        assertThat(size.bytes()).isBetween(Limits.DEFAULT.maxBytes(), 16 * Limits.SMALL_PUSH);
    }

    @Test
    void onAWeakNetworkTheyStaySmall() {
        push(Duration.ofSeconds(20));
        assertThat(size.bytes()).isEqualTo(Limits.SMALL_PUSH);
    }

    @Test
    void whenTheNetworkGrowsSlowTheNextOneIsSmallAgain() {
        push(Duration.ofMillis(300));
        push(Duration.ofMillis(300));
        push(Duration.ofSeconds(20));
        assertThat(size.bytes()).isEqualTo(Limits.SMALL_PUSH);
    }
}
