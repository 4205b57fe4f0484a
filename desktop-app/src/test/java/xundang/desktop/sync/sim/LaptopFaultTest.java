package xundang.desktop.sync.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.desktop.sync.sim.Violation.Invariant.A;
import static xundang.desktop.sync.sim.Violation.Invariant.B;
import static xundang.desktop.sync.sim.Violation.Invariant.C;
import static xundang.desktop.sync.sim.Violation.Invariant.D;
import static xundang.desktop.sync.sim.Violation.Invariant.E;
import static xundang.desktop.sync.sim.Violation.Invariant.G;
import static xundang.desktop.sync.sim.Violation.Invariant.J;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xundang.model.sync.OpStatus;

/** Faults of a laptop: killed, full, wrong clock, copied, put back, upgraded. */
class LaptopFaultTest extends SimFaults {
    private static final int STEPS_OF_A_ROUND = 25;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    @Keeps(
            fault = 1,
            value = {A, B})
    void fault01_killedAtAnyStepOfASaveAChangeIsThereWholeOrNotAndArrivesOnce(int step) {
        inspector.disk.crashAtStep(step);
        SimClient.Saved saved = room(inspector, "R1");
        assertThat(saved).isEqualTo(SimClient.Saved.DIED);
        boolean reachedTheJournal = step > 1;
        assertThat(seen(inspector, "room")).isEqualTo(reachedTheJournal ? "R1" : "");
        fleet.settle();
        assertThat(ledger("room")).isEqualTo(reachedTheJournal ? "R1" : "");
        assertThat(answered(OpStatus.APPLIED)).isEqualTo(reachedTheJournal ? 1 : 0);
    }

    @Test
    @Keeps(
            fault = 1,
            value = {A, B})
    void fault01_killedAtAnyStepOfSendingAChangeArrivesOnce() {
        for (int step = 1; step <= STEPS_OF_A_ROUND; step++) {
            room(inspector, "R" + step);
            inspector.disk.crashAtStep(step);
            inspector.round();
        }
        fleet.settle();
        assertThat(ledger("room")).isEqualTo("R" + STEPS_OF_A_ROUND);
        assertThat(conflicts()).isZero();
    }

    @Test
    @Keeps(
            fault = 9,
            value = {C, E})
    void fault09_killedAnywhereInApplyingAPageALaptopMissesNothing() {
        for (int step = 1; step <= STEPS_OF_A_ROUND; step++) {
            fleet.asset(near);
            room(manager, "R" + step);
            manager.round();
            inspector.network.weather(new Weather(0, 0, 0, 0, 0, 0, 0.001));
            inspector.disk.crashAtStep(step);
            inspector.round();
        }
        fleet.settle();
        assertThat(seen(inspector, "room")).isEqualTo("R" + STEPS_OF_A_ROUND);
    }

    @Test
    @Keeps(
            fault = 11,
            value = {C, D})
    void fault11_aClockAYearAheadAndThenAYearBehindDecidesNothing() {
        inspector.clock.wrongBy(Duration.ofDays(365));
        room(inspector, "ahead");
        inspector.round();
        second.round();
        room(second, "right");
        second.round();
        inspector.round();
        assertThat(seen(inspector, "room")).isEqualTo("right");

        inspector.clock.wrongBy(Duration.ofDays(-365));
        room(inspector, "behind");
        inspector.round();
        fleet.settle();
        assertThat(ledger("room")).isEqualTo("behind");
        assertThat(conflicts()).isZero();
    }

    @Test
    @Keeps(
            fault = 15,
            value = {G, D})
    void fault15_aPoisonOpFirstInTheQueueHoldsNothingUp() {
        at(inspector).odd("asset.patch", 1, asset, java.util.Map.of("room", Edits.to("长".repeat(200_000))));
        at(inspector).odd("asset.teleport", 1, asset, java.util.Map.of("room", Edits.to("r")));
        at(inspector).odd("asset.patch", 1, inspector.nextId(), java.util.Map.of("room", Edits.to("r")));
        at(inspector).inspect(asset, List.of(new byte[] {1}));
        fleet.settle();
        assertThat(queued(inspector, "applied")).isEqualTo(2);
        assertThat(queued(inspector, "held")).isEqualTo(1);
        assertThat(queued(inspector, "rejected")).isEqualTo(2);
    }

    @Test
    @Keeps(
            fault = 19,
            value = {B, J})
    void fault19_aLaptopWhoseImageIsPutBackSendsNothingTwiceAndGoesOn() {
        room(inspector, "before");
        SimClient.Image image = inspector.image();
        inspector.round();
        room(inspector, "after");
        inspector.round();

        inspector.restore(image);
        fleet.oracle.restored(inspector);
        at(inspector).patch(asset, java.util.Map.of("keeper", "示例员"));
        at(inspector).inspect(asset, List.of(new byte[] {1}));
        fleet.settle();
        assertThat(ledger("room")).isEqualTo("after");
        assertThat(ledger("keeper")).isEqualTo("示例员");
    }

    @Test
    @Keeps(
            fault = 19,
            value = {B, J})
    void fault19_aLaptopAndItsCloneBothGoOnWorking() {
        room(inspector, "both have this");
        SimClient clone = fleet.copyOf(inspector);
        for (int i = 0; i < 3; i++) {
            at(inspector).patch(asset, java.util.Map.of("keeper", "k" + i));
            at(clone).patch(asset, java.util.Map.of("brand", "b" + i));
            inspector.round();
            clone.round();
        }
        fleet.settle();
        assertThat(ledger("room")).isEqualTo("both have this");
        assertThat(ledger("keeper")).isEqualTo("k2");
        assertThat(ledger("brand")).isEqualTo("b2");
    }

    @Test
    @Keeps(
            fault = 23,
            value = {A, B})
    void fault23_aProgramThatIsReplacedWithAFullHalfSentQueueSendsTheRest() {
        for (int i = 0; i < 30; i++) {
            at(inspector).inspect(asset, List.of());
        }
        inspector.network.weather(new Weather(0, 0, 0, 0, 0, 1, 0));
        inspector.network.loseNextAnswerTo("push");
        inspector.round();
        assertThat(queued(inspector, "frozen")).isPositive();
        at(inspector).odd("asset.patch", 1, asset, java.util.Map.of("room", Edits.to("old program")));

        inspector.upgrade();
        at(inspector).patch(asset, java.util.Map.of("keeper", "new program"));
        fleet.settle();
        assertThat(queued(inspector, "applied")).isEqualTo(31);
        assertThat(ledger("room")).isEqualTo("old program");
        assertThat(ledger("keeper")).isEqualTo("new program");
    }

    @Test
    @Keeps(
            fault = 25,
            value = {G, A})
    void fault25_aFullDiskOfALaptopRefusesASaveAloudAndLosesNothing() {
        room(inspector, "saved");
        inspector.disk.full(true);
        assertThat(at(inspector).patch(asset, java.util.Map.of("keeper", "no room")))
                .isEqualTo(SimClient.Saved.REFUSED);
        inspector.round();
        inspector.disk.full(false);
        fleet.settle();
        assertThat(ledger("room")).isEqualTo("saved");
    }
}
