package xundang.desktop.sync.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.desktop.sync.sim.Violation.Invariant.C;
import static xundang.desktop.sync.sim.Violation.Invariant.D;
import static xundang.desktop.sync.sim.Violation.Invariant.F;
import static xundang.desktop.sync.sim.Violation.Invariant.I;
import static xundang.desktop.sync.sim.Violation.Invariant.J;
import static xundang.desktop.sync.sim.Violation.Invariant.K;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import xundang.model.account.Role;
import xundang.model.sync.OpKind;
import xundang.model.sync.OpStatus;
import xundang.model.sync.RecordType;

/** What people do at the same time, and what is done to them: concurrent edits, bad groups, lost rights, other programs. */
class PeopleFaultTest extends SimFaults {
    @Test
    @Keeps(fault = 12, value = C)
    void fault12_editsOfDifferentFieldsMergeWithoutAConflict() {
        room(inspector, "R1");
        at(second).patch(asset, Map.of("keeper", "示例员"));
        fleet.settle();
        assertThat(ledger("room")).isEqualTo("R1");
        assertThat(ledger("keeper")).isEqualTo("示例员");
        assertThat(conflicts()).isZero();
        assertThat(seen(inspector, "keeper")).isEqualTo("示例员");
    }

    @Test
    @Keeps(fault = 13, value = D)
    void fault13_threeOfflineEditsEachOfTheSameFieldBecomeOneConflictThatBothSee() {
        for (int i = 1; i <= 3; i++) {
            room(inspector, "A" + i);
            room(second, "B" + i);
        }
        inspector.round();
        second.round();
        fleet.settle();
        assertThat(ledger("room")).isEqualTo("A3");
        assertThat(conflicts()).isEqualTo(1);
        for (SimClient each : List.of(inspector, second)) {
            assertThat(each.visible(RecordType.CONFLICT))
                    .singleElement()
                    .satisfies(seen ->
                            assertThat(seen.fields().get("client").asString()).isEqualTo("B3"));
        }
        assertThat(queued(second, "conflict")).isEqualTo(1);
    }

    @Test
    @Keeps(fault = 14, value = D)
    void fault14_aDeleteAgainstAnEditLeavesTheRecordAndAConflict() {
        room(inspector, "R1");
        at(manager).delete(asset);
        inspector.round();
        manager.round();
        fleet.settle();
        assertThat(ledger("room")).isEqualTo("R1");
        assertThat(conflicts()).isEqualTo(1);
        assertThat(queued(manager, "conflict")).isEqualTo(1);
    }

    @Test
    @Keeps(fault = 14, value = D)
    void fault14_anEditAgainstADeleteKeepsThePatchInAConflict() {
        room(inspector, "R1");
        at(manager).delete(asset);
        manager.round();
        inspector.round();
        fleet.settle();
        assertThat(conflicts()).isEqualTo(1);
        assertThat(queued(inspector, "conflict")).isEqualTo(1);
        assertThat(inspector.visible(RecordType.CONFLICT))
                .singleElement()
                .satisfies(seen ->
                        assertThat(seen.fields().get("client").toString()).contains("R1"));
    }

    @Test
    @Keeps(
            fault = 16,
            value = {F, D})
    void fault16_aGroupWithOneBadOpIsRefusedWholeAndEveryOpSaysWhy() {
        at(inspector).inspect(asset, List.of(new byte[] {1}, new byte[] {2}), "image/bmp");
        at(inspector).inspect(asset, List.of(new byte[] {3}));
        fleet.settle();
        assertThat(queued(inspector, "rejected")).isEqualTo(3);
        assertThat(queued(inspector, "applied")).isEqualTo(2);
        assertThat(answered(OpStatus.REJECTED)).isEqualTo(3);
    }

    @Test
    @Keeps(
            fault = 20,
            value = {I, J})
    void fault20_aScopeRevokedWithWorkPendingTakesTheRecordsAndLeavesTheWork() {
        fleet.asset(near);
        inspector.round();
        room(inspector, "R1");
        at(inspector).inspect(asset, List.of(new byte[] {1, 2}));
        fleet.server.entitle(inspector.enrolment().user(), Set.of());
        fleet.settle();
        // The object that refused work is about stays until a package holds that work; all else is gone.
        assertThat(inspector.visible(RecordType.ASSET))
                .singleElement()
                .satisfies(seen -> assertThat(seen.id()).isEqualTo(asset));
        assertThat(queued(inspector, "rejected")).isEqualTo(3);
        assertThat(inspector.photos.kept).hasSize(1);
        assertThat(ledger("room")).isEmpty();
    }

    @Test
    @Keeps(
            fault = 20,
            value = {I, J})
    void fault20_aScopeThatIsGivenBackBringsTheRecordsBack() {
        fleet.server.entitle(inspector.enrolment().user(), Set.of());
        inspector.round();
        assertThat(inspector.visible(RecordType.ASSET)).isEmpty();
        fleet.server.entitle(inspector.enrolment().user(), Set.of(near.toString(), far.toString()));
        inspector.round();
        room(inspector, "R1");
        fleet.settle();
        assertThat(inspector.visible(RecordType.ASSET)).hasSize(2);
        assertThat(ledger("room")).isEqualTo("R1");
    }

    @Test
    @Keeps(
            fault = 21,
            value = {J, D})
    void fault21_anExpiredTokenKeepsTheWorkUntilTheSamePersonLogsInAgain() {
        room(inspector, "R1");
        String good = inspector.enrolment().token();
        inspector.useToken("expired");
        assertThat(inspector.round().fault()).isEqualTo("E-SYNC-110");
        room(inspector, "R2");
        assertThat(inspector.waiting()).isPositive();
        inspector.useToken(good);
        fleet.settle();
        assertThat(ledger("room")).isEqualTo("R2");
    }

    @Test
    @Keeps(
            fault = 21,
            value = {J, D})
    void fault21_workOfTheFirstPersonIsNeverSentAsTheSecondPersons() {
        room(inspector, "of the first");
        SimServer.Enrolment first = inspector.enrolment();
        SimServer.Enrolment guest = fleet.server.enrol("guest", Role.INSPECTOR, Set.of(near.toString()));
        inspector.logIn(guest);
        inspector.round();
        at(inspector).patch(asset, Map.of("keeper", "of the second"));
        inspector.round();
        assertThat(ledger("room")).isEmpty();
        assertThat(ledger("keeper")).isEqualTo("of the second");
        assertThat(inspector.waiting()).isEqualTo(1);

        inspector.logIn(first);
        fleet.settle();
        assertThat(ledger("room")).isEqualTo("of the first");
        assertThat(queued(inspector, "applied")).isEqualTo(2);
    }

    @Test
    @Keeps(
            fault = 21,
            value = {J, D})
    void fault21_workOfTwoPeopleOnOneLaptopComesBackToARestoredServer() {
        Tables.Copy yesterday;
        SimServer.Enrolment first = inspector.enrolment();
        SimServer.Enrolment guest = fleet.server.enrol("guest", Role.INSPECTOR, Set.of(near.toString()));
        yesterday = fleet.server.tables.copy();
        room(inspector, "of the first");
        inspector.round();
        inspector.logIn(guest);
        at(inspector).patch(asset, Map.of("keeper", "of the second"));
        inspector.round();
        inspector.logIn(first);
        inspector.round();
        fleet.server.tables.restore(yesterday);
        fleet.server.restart();
        fleet.oracle.disaster();

        inspector.round();
        inspector.logIn(guest);
        inspector.round();
        inspector.logIn(first);
        fleet.settle();
        assertThat(ledger("room")).isEqualTo("of the first");
        assertThat(ledger("keeper")).isEqualTo("of the second");
    }

    @Test
    @Keeps(fault = 22, value = K)
    void fault22_anOldProgramLeavesFieldsThatItDoesNotKnowAsTheyAre() {
        fleet.importing(
                OpKind.ASSET_PATCH,
                RecordType.ASSET,
                asset,
                Map.of(Differences.UNKNOWN + "added", Edits.to("a field of the next version")));
        room(inspector, "R1");
        fleet.settle();
        room(inspector, "R2");
        fleet.settle();
        assertThat(ledger(Differences.UNKNOWN + "added")).isEqualTo("a field of the next version");
        assertThat(seen(inspector, Differences.UNKNOWN + "added")).isEqualTo("a field of the next version");
    }
}
