package xundang.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SyncScheduleTest {
    private static final Instant NOW = TestLedger.NOW;

    /** The longest wait that chance can draw. */
    private final RandomGenerator unlucky = new RandomGenerator() {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    private final SyncSchedule schedule = new SyncSchedule(unlucky);

    private static RoundOutcome failed(SyncFault fault) {
        return new RoundOutcome.Failed(fault);
    }

    @Test
    void theFirstRoundIsDueAtOnce() {
        assertThat(schedule.isDue(NOW)).isTrue();
    }

    @Test
    void afterASuccessTheServersOwnPaceCounts() {
        schedule.ended(new RoundOutcome.Done(60, 0), NOW);
        assertThat(schedule.isDue(NOW.plusSeconds(59))).isFalse();
        assertThat(schedule.isDue(NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void aSaveShortensTheWaitButNotTheOneThatAFaultImposed() {
        schedule.ended(new RoundOutcome.Done(60, 0), NOW);
        schedule.nudge(NOW);
        assertThat(schedule.isDue(NOW.plus(SyncSchedule.DEBOUNCE))).isTrue();
        schedule.ended(failed(new SyncFault.NoAnswer(false)), NOW);
        schedule.nudge(NOW);
        assertThat(schedule.isDue(NOW.plus(SyncSchedule.DEBOUNCE))).isFalse();
    }

    @Test
    void theLongestWaitDoublesFromTwoSecondsToFifteenMinutes() {
        for (int i = 0; i < 40; i++) {
            schedule.ended(failed(new SyncFault.NoAnswer(false)), NOW);
            Duration bound = Duration.ofSeconds(Math.min(15 * 60, 2L << Math.min(i, 20)));
            assertThat(schedule.isDue(NOW.plus(bound)))
                    .as("after %d faults", i + 1)
                    .isTrue();
            assertThat(schedule.isDue(NOW.plus(bound).minusMillis(1)))
                    .as("after %d faults", i + 1)
                    .isFalse();
        }
    }

    @Test
    void aSuccessMakesTheNextWaitShortAgain() {
        for (int i = 0; i < 10; i++) {
            schedule.ended(failed(new SyncFault.NoAnswer(false)), NOW);
        }
        schedule.ended(new RoundOutcome.Done(60, 0), NOW);
        schedule.ended(failed(new SyncFault.NoAnswer(false)), NOW);
        assertThat(schedule.isDue(NOW.plusSeconds(2))).isTrue();
    }

    @Test
    void aTimeThatTheServerNamedIsNeverUndercut() {
        SyncSchedule lucky = new SyncSchedule(new java.util.Random(1) {
            @Override
            public long nextLong(long bound) {
                return 0;
            }
        });
        lucky.ended(failed(new SyncFault.Busy(503, Duration.ofMinutes(2))), NOW);
        assertThat(lucky.isDue(NOW.plusSeconds(119))).isFalse();
        assertThat(lucky.isDue(NOW.plusSeconds(120))).isTrue();
    }

    @Test
    void thePersonsOwnWishComesBeforeEveryWait() {
        schedule.ended(failed(new SyncFault.LoginNeeded()), NOW);
        assertThat(schedule.isDue(NOW.plusSeconds(60))).isFalse();
        schedule.now();
        assertThat(schedule.isDue(NOW)).isTrue();
    }
}
