package xundang.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.desktop.sync.TestLedger.set;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.desktop.sync.SyncStatus.Transfer.What;
import xundang.model.sync.Limits;
import xundang.model.sync.OpStatus;
import xundang.model.sync.RecordType;

class SnapshotSyncTest {
    private static final StopSign GO = RecordsSyncTest.sign(false);

    @TempDir
    Path temp;

    private final ScriptedServer server = new ScriptedServer();
    private TestLedger ledger;

    @BeforeEach
    void open() throws IOException {
        ledger = new TestLedger(temp.resolve("ledger"));
        server.limits = new Limits(500, 512 * 1024, 2);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private RoundOutcome round() {
        return ledger.engine(server).round(GO);
    }

    private void done() {
        assertThat(round()).isInstanceOf(RoundOutcome.Done.class);
    }

    private void assets(long from, long to) {
        for (long i = from; i <= to; i++) {
            server.put("asset", i, "name", "UPS " + i, 1);
        }
    }

    private void begunAndCut(SyncFault fault) {
        server.onSnapshot = () -> {
            server.failBefore("snapshot", fault);
            server.onSnapshot = () -> {};
        };
        assertThat(round()).isEqualTo(new RoundOutcome.Failed(fault));
    }

    @Test
    void aLaptopWithoutAPositionTakesTheSnapshotAndThenTheFeed() {
        assets(1, 5);
        done();
        assertThat(server.calls).containsSequence("snapshot", "snapshot", "snapshot", "changes");
        assertThat(ledger.heard).hasSize(5).doesNotHaveDuplicates();
        done();
        assertThat(server.calls).filteredOn("snapshot"::equals).hasSize(3);
    }

    @Test
    void aSnapshotThatWasCutGoesOnBehindItsLastKeptPageAlsoAfterARestart() {
        assets(1, 6);
        begunAndCut(new SyncFault.NoAnswer(false));
        assertThat(ledger.heard).hasSize(2);
        ledger.reopen();
        done();
        assertThat(ledger.heard).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void whatChangesWhileTheSnapshotIsFetchedComesWithTheFeed() {
        assets(1, 4);
        server.onSnapshot = () -> {
            server.onSnapshot = () -> {};
            server.put("asset", 1, "name", "改名", 2);
            server.delete("asset", 4, 2);
        };
        done();
        assertThat(ledger.seen("asset", 1)).contains(Map.of("name", "改名"));
        assertThat(ledger.seen("asset", 4)).isEmpty();
    }

    @Test
    void anotherEntitlementInTheMiddleStartsOver() {
        assets(1, 6);
        server.onSnapshot = () -> {
            server.onSnapshot = () -> {};
            server.scopes = List.of("*");
        };
        done();
        List<Records.Seen> all = ledger.read(tx -> ledger.stores.records().all(tx, RecordType.ASSET));
        assertThat(all).as("the site was taken away before the last page").isEmpty();
    }

    @Test
    void aPositionThatIsTooOldIsCuredByTheSnapshot() {
        assets(1, 3);
        done();
        server.forget("asset", 2);
        server.failBefore("changes", new SyncFault.Resync());
        done();
        assertThat(ledger.seen("asset", 2)).isEmpty();
        assertThat(ledger.seen("asset", 3)).isPresent();
    }

    @Test
    void nothingIsSweptBeforeTheLastPageIsHere() {
        assets(1, 6);
        done();
        server.forget("asset", 6);
        server.history++;
        begunAndCut(new SyncFault.NoAnswer(false));
        assertThat(ledger.seen("asset", 6)).isPresent();
        done();
        assertThat(ledger.seen("asset", 6)).isEmpty();
    }

    @Test
    void recordsWithARefusedOrConflictingChangeAreNotSwept() {
        assets(1, 3);
        done();
        OutboxOp refused = ledger.op("asset.patch", 1, set("name", "UPS 1", "甲"));
        OutboxOp beside = ledger.op("asset.patch", 2, set("name", "UPS 2", "乙"));
        ledger.queue(refused);
        ledger.queue(beside);
        server.reject(refused, OpStatus.REJECTED);
        server.reject(beside, OpStatus.CONFLICT);
        done();
        List.of(1L, 2L, 3L).forEach(asset -> server.forget("asset", asset));
        server.history++;
        done();
        assertThat(ledger.seen("asset", 1)).contains(Map.of("name", "UPS 1"));
        assertThat(ledger.seen("asset", 2)).contains(Map.of("name", "UPS 2"));
        assertThat(ledger.seen("asset", 3)).isEmpty();
    }

    @Test
    void theProgressCountsRecordsAlsoOverACut() {
        assets(1, 6);
        begunAndCut(new SyncFault.NoAnswer(false));
        List<String> seen = new ArrayList<>();
        ledger.engine(server).round(GO, (what, done, total) -> seen.add(what + " " + done + "/" + total));
        assertThat(seen).containsExactly(What.FETCHING_LEDGER + " 4/6", What.FETCHING_LEDGER + " 6/6");
    }

    @Test
    void aSnapshotThatStandsStillIsNoAnswer() {
        assets(1, 3);
        SyncApi still = new StandingStill(server);
        assertThat(ledger.engine(still).round(GO)).isEqualTo(new RoundOutcome.Failed(new SyncFault.Unreadable()));
    }
}
