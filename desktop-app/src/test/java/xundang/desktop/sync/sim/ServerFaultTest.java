package xundang.desktop.sync.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.desktop.sync.sim.Violation.Invariant.A;
import static xundang.desktop.sync.sim.Violation.Invariant.B;
import static xundang.desktop.sync.sim.Violation.Invariant.C;
import static xundang.desktop.sync.sim.Violation.Invariant.E;
import static xundang.desktop.sync.sim.Violation.Invariant.G;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xundang.model.sync.OpStatus;

/** Faults of the server: killed, full, put back to a backup. */
class ServerFaultTest extends SimFaults {
    private Tables.Copy yesterday;

    @ParameterizedTest
    @CsvSource({"1,false", "1,true", "2,false", "2,true", "3,false", "3,true"})
    @Keeps(fault = 3, value = A)
    void fault03_aServerThatDiesAroundAnyCommitKeepsWhatItAnsweredAndDoublesNothing(int commit, boolean after) {
        room(inspector, "R1");
        at(inspector).inspect(asset, List.of(new byte[] {1, 2}));
        fleet.server.disk.crashAtCommit(commit, after);
        inspector.round();
        inspector.round();
        fleet.settle();
        assertThat(ledger("room")).isEqualTo("R1");
        assertThat(answered(OpStatus.APPLIED)).isEqualTo(3);
    }

    @Test
    @Keeps(
            fault = 17,
            value = {A, B, C})
    void fault17_aServerRestoredToYesterdayGetsBackWhatLaptopsHold() {
        room(inspector, "before the backup");
        inspector.round();
        fleet.clients.forEach(SimClient::round);
        yesterday = fleet.server.tables.copy();
        aDaysWork();
        fleet.clients.forEach(SimClient::round);
        restore();
        assertThat(ledger("room")).isEqualTo("before the backup");

        fleet.settle();
        assertThat(ledger("room")).isEqualTo("after the backup");
        assertThat(ledger("keeper")).isEqualTo("示例员");
        assertThat(conflicts()).isZero();
        assertThat(answered(OpStatus.REJECTED)).isZero();
    }

    @Test
    @Keeps(
            fault = 18,
            value = {A, C, E})
    void fault18_aServerRestoredToYesterdayThatOthersWrotePastTheOldHeadMisleadsNobody() {
        fleet.clients.forEach(SimClient::round);
        yesterday = fleet.server.tables.copy();
        aDaysWork();
        fleet.clients.forEach(SimClient::round);
        restore();
        for (int i = 0; i < 20; i++) {
            fleet.asset(near);
        }
        manager.round();
        room(manager, "written past the old head");
        manager.round();

        fleet.settle();
        assertThat(ledger("keeper")).isEqualTo("示例员");
        assertThat(answered(OpStatus.REJECTED)).isZero();
    }

    private void aDaysWork() {
        room(inspector, "after the backup");
        at(inspector).inspect(asset, List.of(new byte[] {1, 2, 3}));
        at(second).patch(asset, Map.of("keeper", "示例员"));
    }

    private void restore() {
        fleet.server.tables.restore(yesterday);
        fleet.server.restart();
        fleet.oracle.disaster();
    }

    @Test
    @Keeps(
            fault = 25,
            value = {G, A})
    void fault25_aFullDiskOfTheServerMakesLaptopsWaitAndLosesNothing() {
        fleet.server.disk.full(true);
        room(inspector, "R1");
        assertThat(inspector.round().fault()).isEqualTo("E-SYNC-103");
        assertThat(inspector.waiting()).isEqualTo(1);
        fleet.server.disk.full(false);
        assertThat(inspector.round().done()).isTrue();
        fleet.settle();
        assertThat(ledger("room")).isEqualTo("R1");
    }
}
