package xundang.desktop.sync.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.desktop.sync.sim.Violation.Invariant.B;
import static xundang.desktop.sync.sim.Violation.Invariant.C;
import static xundang.desktop.sync.sim.Violation.Invariant.E;
import static xundang.desktop.sync.sim.Violation.Invariant.F;
import static xundang.desktop.sync.sim.Violation.Invariant.H;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xundang.model.sync.ChangePage;
import xundang.model.sync.OpKind;
import xundang.model.sync.OpStatus;
import xundang.model.sync.RecordType;

/** Faults of the network: lost, doubled, cut in the middle, changed while reading. */
class NetworkFaultTest extends SimFaults {
    private static final int PICTURE = 37;

    @Test
    @Keeps(fault = 4, value = B)
    void fault04_anAnswerLostAfterTheCommitIsAskedForAgainAndNothingIsDoubled() {
        room(inspector, "R1");
        at(inspector).inspect(asset, List.of(new byte[] {1}));
        inspector.network.loseNextAnswerTo("push");
        assertThat(inspector.round().done()).isFalse();
        assertThat(inspector.waiting()).isEqualTo(3);
        fleet.settle();
        assertThat(answered(OpStatus.APPLIED)).isEqualTo(3);
    }

    @Test
    @Keeps(fault = 5, value = B)
    void fault05_requestsThatArriveTwiceAndOnceMoreLaterAreTakenOnce() {
        inspector.network.weather(new Weather(0, 0, 1, 1, 0, 0, 0));
        for (int i = 0; i < 5; i++) {
            room(inspector, "R" + i);
            at(inspector).inspect(asset, List.of(new byte[] {(byte) i}));
            inspector.round();
            inspector.network.deliverEchoes();
        }
        fleet.settle();
        assertThat(ledger("room")).isEqualTo("R4");
        assertThat(answered(OpStatus.REJECTED)).isZero();
        assertThat(conflicts()).isZero();
    }

    @Test
    @Keeps(
            fault = 6,
            value = {B, F})
    void fault06_aRequestCutInItsBodyTakesNoPartOfAGroup() {
        at(inspector).inspect(asset, List.of(new byte[] {1}, new byte[] {2}, new byte[] {3}));
        inspector.network.cutNextPush();
        assertThat(inspector.round().done()).isFalse();
        assertThat(new ServerLook(fleet.server).ops.values()).allMatch(ServerLook.Answered::system);
        fleet.settle();
        assertThat(answered(OpStatus.APPLIED)).isEqualTo(4);
    }

    @Test
    @Keeps(
            fault = 10,
            value = {E, C})
    void fault10_aRecordThatChangesBetweenTwoPagesIsNotMissed() {
        begin(new ChangesBetweenPages());
        for (int i = 0; i < 20; i++) {
            fleet.asset(near);
        }
        ((ChangesBetweenPages) fleet.sabotage).change = true;
        inspector.network.pageSize(3);
        inspector.round();
        ((ChangesBetweenPages) fleet.sabotage).change = false;
        fleet.settle();
        assertThat(seen(inspector, "brand")).startsWith("between");
    }

    /** Not a broken product but a busy one: with every page that somebody reads, somebody else writes. */
    private final class ChangesBetweenPages implements Sabotage {
        private boolean change;
        private int count;

        @Override
        public ChangePage page(SimServer server, String cursor, ChangePage page) {
            if (change && count < 30) {
                count++;
                UUID id = count % 2 == 0 || page.changes().isEmpty()
                        ? asset
                        : page.changes().getFirst().id();
                boolean known = page.changes().isEmpty()
                        || page.changes().getFirst().type().equals(RecordType.ASSET);
                fleet.importing(
                        OpKind.ASSET_PATCH,
                        RecordType.ASSET,
                        known ? id : asset,
                        Map.of(
                                "brand",
                                new xundang.model.sync.FieldChange(
                                        brandOf(known ? id : asset), Edits.text("between" + count))));
            }
            return page;
        }

        private tools.jackson.databind.JsonNode brandOf(UUID id) {
            return Edits.text(ledger(id, "brand").isEmpty() ? null : ledger(id, "brand"));
        }
    }

    @Test
    @Keeps(
            fault = 24,
            value = {H, B})
    void fault24_aPhotoCutAtEveryByteArrivesWholeAndOnce() {
        for (int cut = 0; cut < PICTURE; cut++) {
            byte[] picture = fleet.dice.bytes(PICTURE);
            at(inspector).inspect(asset, List.of(picture));
            inspector.network.cutNextChunkAt(cut);
            inspector.round();
            assertThat(inspector.picturesWaiting()).as("cut at byte %d", cut).isZero();
        }
        fleet.settle();
    }

    @Test
    @Keeps(
            fault = 24,
            value = {H, B})
    void fault24_anUploadThatExpiredIsBegunAnew() {
        at(inspector).inspect(asset, List.of(fleet.dice.bytes(PICTURE)));
        inspector.network.loseNextAnswerTo("create");
        inspector.round();
        fleet.time.advance(Duration.ofDays(8));
        fleet.server.removeExpiredUploads();
        fleet.settle();
    }

    @Test
    @Keeps(
            fault = 24,
            value = {H, B})
    void fault24_theSamePhotoFromTwoLaptopsIsStoredOnce() {
        byte[] picture = fleet.dice.bytes(PICTURE);
        at(inspector).inspect(asset, List.of(picture, picture));
        at(second).inspect(other, List.of(picture));
        inspector.network.loseNextAnswerTo("chunk");
        inspector.round();
        second.round();
        fleet.settle();
        assertThat(fleet.server.tables.rows("select sha256 from blob_state where state = 'stored'"))
                .hasSize(1);
    }
}
