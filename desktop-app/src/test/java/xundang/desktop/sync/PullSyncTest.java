package xundang.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.desktop.sync.TestLedger.set;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.model.sync.Limits;
import xundang.model.sync.RecordType;

/** Taking the server's feed in beside own unanswered changes. */
class PullSyncTest {
    private static final StopSign GO = RecordsSyncTest.sign(false);

    @TempDir
    Path temp;

    private final ScriptedServer server = new ScriptedServer();
    private TestLedger ledger;
    private SyncEngine engine;

    @BeforeEach
    void open() throws IOException {
        ledger = new TestLedger(temp.resolve("ledger"));
        engine = ledger.engine(server);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void done() {
        assertThat(engine.round(GO)).isInstanceOf(RoundOutcome.Done.class);
    }

    @Test
    void allPagesArriveAndTheFeatureHearsOfEachRecordOnce() {
        server.limits = new Limits(500, 512 * 1024, 2);
        for (long i = 1; i <= 5; i++) {
            server.put("asset", i, "name", "UPS " + i, 1);
        }
        done();
        assertThat(ledger.heard).hasSize(5).doesNotHaveDuplicates();
        List<Records.Seen> all = ledger.read(tx -> ledger.stores.records().all(tx, RecordType.ASSET));
        assertThat(all).hasSize(5);
        done();
        assertThat(ledger.heard).hasSize(5);
    }

    @Test
    void anIdleRoundEndsWithTheHandshake() {
        server.saysWhatIsNew = true;
        server.put("asset", 1, "name", "UPS 1", 1);
        done();
        server.calls.clear();
        done();
        assertThat(server.calls).containsExactly("hello");
    }

    @Test
    void aRoundFetchesWhatTheHandshakeSaysIsNew() {
        server.saysWhatIsNew = true;
        done();
        server.put("asset", 1, "name", "UPS 1", 1);
        done();
        assertThat(ledger.heard).containsExactly("asset 1 {name=UPS 1}");
    }

    @Test
    void aRoundThatSentSomethingFetchesItBack() {
        server.saysWhatIsNew = true;
        done();
        server.calls.clear();
        ledger.queue(ledger.op("inspection.create", 1, set("verdict", null, "normal")));
        done();
        assertThat(server.calls).contains("push", "changes");
    }

    @Test
    void aFetchThatWasCutGoesOnBehindTheLastKeptPage() {
        server.limits = new Limits(500, 512 * 1024, 2);
        for (long i = 1; i <= 4; i++) {
            server.put("asset", i, "name", "UPS " + i, 1);
        }
        engine.round(new StopSign() {
            @Override
            public boolean stopped() {
                return ledger.heard.size() == 2;
            }

            @Override
            public boolean recordsWait() {
                return false;
            }
        });
        assertThat(ledger.heard).hasSize(2);
        done();
        assertThat(ledger.heard).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void anOwnUnsentChangeStaysOnTopOfWhatTheServerSends() {
        server.put("asset", 1, "keeper", "甲", 1);
        done();
        ledger.queue(ledger.op("asset.patch", 1, set("keeper", "甲", "乙")));
        server.put("asset", 1, "room", "B203", 2);
        server.failBefore("push", new SyncFault.NoAnswer(false));
        engine.round(GO);
        ledger.database.inTransaction(tx -> {
            ledger.stores
                    .feed()
                    .take(tx, server.changes(ledger.stores.marks().cursor(tx).orElseThrow(), 10));
            return true;
        });
        assertThat(ledger.seen("asset", 1)).contains(Map.of("room", "B203", "keeper", "乙"));
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.SENT);
    }

    @Test
    void anAppliedChangeStaysVisibleUntilTheFeedBringsIt() {
        server.put("asset", 1, "keeper", "甲", 1);
        done();
        ledger.queue(ledger.op("asset.patch", 1, set("keeper", "甲", "乙")));
        server.failBefore("changes", new SyncFault.NoAnswer(false));
        engine.round(GO);
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
        assertThat(ledger.seen("asset", 1)).contains(Map.of("keeper", "乙"));
        ledger.heard.clear();
        done();
        assertThat(ledger.seen("asset", 1)).contains(Map.of("keeper", "乙"));
        assertThat(ledger.heard).isEmpty();
    }

    @Test
    void aRecordThatTheServerDeletedAfterApplyingOursIsGone() {
        ledger.queue(ledger.op("inspection.create", 1, set("verdict", null, "normal")));
        done();
        server.delete("inspection", 1, 2);
        done();
        assertThat(ledger.seen("inspection", 1)).isEmpty();
        assertThat(ledger.heard.getLast()).isEqualTo("inspection 1 gone");
    }

    @Test
    void anOlderRevisionIsPassedOver() {
        server.put("asset", 1, "keeper", "乙", 5);
        done();
        server.put("asset", 1, "keeper", "甲", 4);
        done();
        assertThat(ledger.seen("asset", 1)).contains(Map.of("keeper", "乙"));
    }

    @Test
    void aResyncSweepsWhatIsGoneButNeverARecordWithAnUnsentChange() {
        server.put("asset", 1, "keeper", "甲", 1);
        server.put("asset", 2, "keeper", "甲", 1);
        server.put("asset", 3, "keeper", "甲", 9);
        done();
        server.forget("asset", 1);
        server.forget("asset", 2);
        server.put("asset", 3, "keeper", "丁", 2);
        ledger.user = TestLedger.LI;
        ledger.queue(ledger.op("asset.patch", 2, set("keeper", "甲", "乙")));
        server.failBefore("changes", new SyncFault.Resync());
        done();
        assertThat(ledger.seen("asset", 1)).isEmpty();
        assertThat(ledger.seen("asset", 2)).contains(Map.of("keeper", "乙"));
        assertThat(ledger.seen("asset", 3))
                .as("revisions start again after a restore")
                .contains(Map.of("keeper", "丁"));
    }

    @Test
    void aProgramTooOldToFetchStillSends() {
        ledger.queue(ledger.op("inspection.create", 1, set("verdict", null, "normal")));
        server.failBefore("changes", new SyncFault.TooOld());
        assertThat(engine.round(GO)).isEqualTo(new RoundOutcome.Failed(new SyncFault.TooOld()));
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
    }

    @Test
    void aTimeLimitHalvesTheNextPage() {
        server.put("asset", 1, "keeper", "甲", 1);
        server.failBefore("snapshot", new SyncFault.NoAnswer(true));
        engine.round(GO);
        done();
        assertThat(server.pageLimits).startsWith(2000, 1000, 2000);
    }

    @Test
    void aRecordOfAnUnknownKindIsKept() {
        server.put("work_order", 1, "state", "open", 1);
        done();
        assertThat(ledger.seen("work_order", 1)).contains(Map.of("state", "open"));
    }
}
