package xundang.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import xundang.desktop.sync.SyncStatus.Transfer;
import xundang.desktop.sync.SyncStatus.Transfer.What;

class TransferMeterTest {
    private Instant now = TestLedger.NOW;
    private final TransferMeter meter = new TransferMeter(() -> now);

    private Long after(long seconds, long done, long total) {
        now = now.plusSeconds(seconds);
        meter.at(What.SENDING_PICTURES, done, total);
        return meter.now().secondsLeft();
    }

    @Test
    void theTimeLeftIsUnknownUntilSomeSecondsWereWatched() {
        assertThat(after(0, 0, 1000)).isNull();
        assertThat(after(1, 10, 1000)).isNull();
        assertThat(after(2, 30, 1000)).isEqualTo(97);
    }

    @Test
    void aSteadyRateGivesTheTimeThatItTakes() {
        after(0, 0, 1000);
        for (int i = 1; i <= 10; i++) {
            after(1, i * 50L, 1000);
        }
        assertThat(meter.now()).isEqualTo(new Transfer(What.SENDING_PICTURES, 500, 1000, 10L));
    }

    @Test
    void oneSlowPieceMovesTheTimeLeftOnlyALittle() {
        after(0, 0, 10_000);
        for (int i = 1; i <= 20; i++) {
            after(1, i * 100L, 10_000);
        }
        assertThat(after(1, 2001, 10_000)).isBetween(80L, 95L);
    }

    @Test
    void anotherTransferBeginsAnew() {
        after(0, 0, 1000);
        after(5, 500, 1000);
        meter.at(What.FETCHING_LEDGER, 10, 5000);
        assertThat(meter.now()).isEqualTo(new Transfer(What.FETCHING_LEDGER, 10, 5000, null));
    }

    @Test
    void aClockThatWasPutBackGivesNoTimeLeft() {
        after(0, 0, 1000);
        after(5, 500, 1000);
        assertThat(after(-86_400, 600, 1000)).isNull();
    }

    @Test
    void whatEndedIsNotShown() {
        after(0, 0, 1000);
        meter.ended();
        assertThat(meter.now()).isNull();
    }
}
