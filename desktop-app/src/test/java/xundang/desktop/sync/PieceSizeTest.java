package xundang.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Pieces fit the network. */
class PieceSizeTest {
    private Instant now = Instant.parse("2026-11-21T02:00:00Z");
    private final PieceSize pieces = new PieceSize(new Clock() {
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

    private void send(int bytes, Duration took) {
        long begunAt = pieces.now();
        now = now.plus(took);
        pieces.carried(bytes, begunAt);
    }

    @Test
    void onAQuickNetworkPiecesGrowToTheLargest() {
        for (int i = 0; i < 4; i++) {
            assertThat(pieces.isLargest()).isFalse();
            send(pieces.bytes(), Duration.ofMillis(20));
        }
        assertThat(pieces.isLargest()).isTrue();
        send(pieces.bytes(), Duration.ofMillis(20));
        assertThat(pieces.bytes()).isEqualTo(PieceSize.LARGEST);
    }

    @Test
    void onAWeakNetworkPiecesStayAsSmallAsRequired() {
        for (int i = 0; i < 12; i++) {
            send(pieces.bytes(), Duration.ofSeconds(32));
        }
        assertThat(pieces.bytes()).isEqualTo(PieceSize.FIRST);
    }

    @Test
    void whenTheNetworkGrowsSlowPiecesShrink() {
        send(pieces.bytes(), Duration.ofMillis(20));
        send(pieces.bytes(), Duration.ofMillis(20));
        send(pieces.bytes(), Duration.ofSeconds(5));
        assertThat(pieces.bytes()).isEqualTo(2 * PieceSize.FIRST);
    }

    @Test
    void afterACutPiecesAreSmallAgain() {
        send(pieces.bytes(), Duration.ofMillis(20));
        pieces.cut();
        assertThat(pieces.bytes()).isEqualTo(PieceSize.FIRST);
    }

    @Test
    void theShortLastPieceOfAPictureSaysNothing() {
        send(17, Duration.ofMillis(1));
        assertThat(pieces.bytes()).isEqualTo(PieceSize.FIRST);
    }
}
