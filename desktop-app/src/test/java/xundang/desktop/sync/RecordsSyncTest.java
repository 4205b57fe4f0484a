package xundang.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.desktop.sync.TestLedger.id;
import static xundang.desktop.sync.TestLedger.set;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.model.sync.Limits;
import xundang.model.sync.Op;
import xundang.model.sync.OpStatus;
import xundang.model.sync.PushRequest;

/** The fault classes of the protocol's section 2.7, for records, against a server that fails on cue. */
class RecordsSyncTest {
    private static final StopSign GO = sign(false);

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

    static StopSign sign(boolean stopped) {
        return new StopSign() {
            @Override
            public boolean stopped() {
                return stopped;
            }

            @Override
            public boolean recordsWait() {
                return false;
            }
        };
    }

    private void done() {
        assertThat(engine.round(GO)).isInstanceOf(RoundOutcome.Done.class);
    }

    private SyncFault failed() {
        return ((RoundOutcome.Failed) engine.round(GO)).fault();
    }

    private OutboxOp queued(long record) {
        OutboxOp op = ledger.op("inspection.create", record, set("verdict", null, "normal"));
        ledger.queue(op);
        return op;
    }

    private static List<Long> numbers(PushRequest request) {
        return request.ops().stream().map(Op::opSeq).toList();
    }

    @Test
    void aQueuedOpIsSentAndThenHeldByTheServer() {
        queued(1);
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.QUEUED);
        done();
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
        assertThat(numbers(server.pushes.getFirst())).containsExactly(1L);
    }

    @Test
    void aCutBeforeTheServerAppliedLeavesTheOpSentAndSendsItAgainUnchanged() {
        queued(1);
        server.failBefore("push", new SyncFault.NoAnswer(false));
        assertThat(failed()).isEqualTo(new SyncFault.NoAnswer(false));
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.SENT);
        done();
        assertThat(server.pushes.get(1)).isEqualTo(server.pushes.get(0));
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
    }

    @Test
    void aCutAfterTheServerAppliedAppliesTheOpOnce() {
        OutboxOp op = queued(1);
        server.failAfter("push", new SyncFault.NoAnswer(false));
        failed();
        done();
        assertThat(server.applied).containsExactly(Map.entry(op.opId(), 1));
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
    }

    @Test
    void theSameOpAndNumberAreSentAfterTheProgramWasClosed() {
        queued(1);
        server.failBefore("push", new SyncFault.NoAnswer(false));
        failed();
        ledger.reopen();
        engine = ledger.engine(server);
        done();
        assertThat(server.pushes.get(1)).isEqualTo(server.pushes.get(0));
    }

    @Test
    void aDatabaseRebuiltFromTheJournalSendsTheSameOpsWithTheSameNumbers() throws IOException {
        LongStream.rangeClosed(1, 3).forEach(this::queued);
        server.failAfter("push", new SyncFault.NoAnswer(false));
        failed();
        ledger.loseDatabase();
        engine = ledger.engine(server);
        done();
        assertThat(server.pushes.get(1).ops()).isEqualTo(server.pushes.get(0).ops());
        assertThat(server.applied.values()).containsOnly(1);
        assertThat(ledger.stateOf(3)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
    }

    @Test
    void aPatchMadeAfterTheFirstSendIsAnOpOfItsOwnAlsoInARebuiltDatabase() throws IOException {
        server.put("asset", 1, "keeper", "甲", 1);
        done();
        ledger.queue(ledger.op("asset.patch", 1, set("keeper", "甲", "乙")));
        server.failAfter("push", new SyncFault.NoAnswer(false));
        failed();
        ledger.queue(ledger.op("asset.patch", 1, set("keeper", "乙", "丙")));
        ledger.loseDatabase();
        engine = ledger.engine(server);
        done();
        assertThat(server.pushes.get(1).ops()).isEqualTo(server.pushes.get(0).ops());
        assertThat(ledger.seen("asset", 1)).contains(Map.of("keeper", "丙"));
        assertThat(server.applied.values()).containsExactly(1, 1);
    }

    @Test
    void anAnswerThatNamesNoSentOpClosesNothing() {
        queued(1);
        server.answersNothing = true;
        assertThat(failed()).isEqualTo(new SyncFault.Unreadable());
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.SENT);
    }

    @Test
    void theAnswerThatComesTwiceChangesNothingTheSecondTime() {
        queued(1);
        done();
        server.failBefore("hello", new SyncFault.NoAnswer(false));
        failed();
        done();
        assertThat(server.pushes).hasSize(1);
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
    }

    @Test
    void aServerThatLostAnsweredOpsGetsThemAgain() {
        LongStream.rangeClosed(1, 3).forEach(this::queued);
        done();
        server.lastOpSeqSeen = 1;
        List.copyOf(server.results.keySet()).stream()
                .filter(opId -> opId.getLeastSignificantBits() > 1)
                .forEach(server.results::remove);
        done();
        assertThat(numbers(server.pushes.getLast())).containsExactly(2L, 3L);
        assertThat(ledger.stateOf(3)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
    }

    @Test
    void aGapIsFilledFromTheNumberThatTheServerExpects() {
        LongStream.rangeClosed(1, 2).forEach(this::queued);
        done();
        queued(3);
        server.failBefore("push", new SyncFault.SequenceGap(2));
        done();
        assertThat(numbers(server.pushes.get(1))).containsExactly(3L);
        assertThat(numbers(server.pushes.get(2))).containsExactly(2L, 3L);
        assertThat(server.applied.values()).containsOnly(1);
    }

    @Test
    void aNumberThatNoOpHereHasIsGivenToTheNextOnes() {
        server.lastOpSeqSeen = 0;
        queued(1);
        ledger.database.inTransaction(tx -> {
            ledger.stores.sends().skipTo(tx, ledger.user, 8);
            return true;
        });
        done();
        assertThat(numbers(server.pushes.getFirst())).containsExactly(8L);
        assertThat(numbers(server.pushes.getLast())).containsExactly(1L);
        assertThat(server.applied).hasSize(1);
    }

    @Test
    void aLaptopThatLostItsNumbersGoesOnBehindTheServers() {
        server.lastOpSeqSeen = 40;
        queued(1);
        done();
        assertThat(numbers(server.pushes.getLast())).containsExactly(41L);
    }

    @Test
    void aClonedLaptopKeepsItsOpsAndTakesLaterNumbers() {
        queued(1);
        server.failBefore("push", new SyncFault.NoAnswer(false));
        failed();
        server.lastOpSeqSeen = 1;
        server.failBefore("push", new SyncFault.StaleSession(true));
        done();
        assertThat(numbers(server.pushes.getLast())).containsExactly(2L);
        assertThat(server.pushes.getLast().ops().getFirst().opId())
                .isEqualTo(server.pushes.getFirst().ops().getFirst().opId());
    }

    @Test
    void anotherHandshakeRenewsAStaleSession() {
        queued(1);
        server.failBefore("push", new SyncFault.StaleSession(false));
        done();
        assertThat(server.hellos).hasSize(2);
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
    }

    @Test
    void anExpiredLogInKeepsEverything() {
        queued(1);
        server.failBefore("hello", new SyncFault.LoginNeeded());
        assertThat(failed()).isEqualTo(new SyncFault.LoginNeeded());
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.QUEUED);
        assertThat(server.pushes).isEmpty();
    }

    @Test
    void aBusyServerLeavesTheQueueAndSaysWhen() {
        queued(1);
        SyncFault busy = new SyncFault.Busy(503, Duration.ofSeconds(30));
        server.failBefore("push", busy);
        assertThat(failed()).isEqualTo(busy);
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.SENT);
    }

    @Test
    void aForeignNetworksPageCountsAsNothing() {
        queued(1);
        server.failBefore("push", new SyncFault.NetworkLogin());
        assertThat(failed()).isEqualTo(new SyncFault.NetworkLogin());
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.SENT);
        assertThat(server.applied).isEmpty();
    }

    @Test
    void aTimeLimitHalvesTheNextBatch() {
        LongStream.rangeClosed(1, 4).forEach(this::queued);
        server.failBefore("push", new SyncFault.NoAnswer(true));
        failed();
        done();
        assertThat(server.pushes)
                .extracting(RecordsSyncTest::numbers)
                .startsWith(List.of(1L, 2L, 3L, 4L), List.of(1L, 2L));
        assertThat(server.applied).hasSize(4);
    }

    @Test
    void aBatchThatIsTooLargeIsSplitAndASingleOpThatIsNeedsAPerson() {
        LongStream.rangeClosed(1, 3).forEach(this::queued);
        server.maxPushOps = 2;
        done();
        assertThat(server.applied).hasSize(3);
        OutboxOp huge = queued(4);
        queued(5);
        server.failBefore("push", new SyncFault.TooLarge());
        server.failBefore("push", new SyncFault.TooLarge());
        done();
        assertThat(ledger.stateOf(4)).isEqualTo(RecordSyncState.NEEDS_ATTENTION);
        assertThat(ledger.seen("inspection", 4)).isPresent();
        assertThat(server.applied).doesNotContainKey(huge.opId());
        assertThat(ledger.stateOf(5)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
    }

    @Test
    void aGroupIsNeverSplitBetweenTwoPushes() {
        server.limits = new Limits(3, 512 * 1024, 2000);
        queued(1);
        ledger.queue(
                TestLedger.grouped(ledger.op("inspection.create", 2, set("verdict", null, "normal")), 9, 2),
                TestLedger.grouped(ledger.op("inspection.create", 3, set("verdict", null, "normal")), 9, 2),
                TestLedger.grouped(ledger.op("inspection.create", 4, set("verdict", null, "normal")), 9, 2));
        done();
        assertThat(server.pushes)
                .extracting(RecordsSyncTest::numbers)
                .containsExactly(List.of(1L), List.of(2L, 3L, 4L));
    }

    @Test
    void aRefusedOpStaysVisibleWithItsReasonAndTheRestGoesOn() {
        OutboxOp bad = queued(1);
        queued(2);
        server.reject(bad, OpStatus.REJECTED);
        done();
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.NEEDS_ATTENTION);
        assertThat(ledger.stateOf(2)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
        assertThat(ledger.seen("inspection", 1)).isPresent();
        boolean settled = ledger.read(tx -> ledger.stores.subjects().isSettled(tx, id(1)));
        assertThat(settled).isFalse();
        var lines = ledger.read(tx -> ledger.stores.subjects().lines(tx, 5));
        assertThat(lines.getFirst().reason()).isEqualTo("编号已停用。");
    }

    @Test
    void inAConflictTheServersValueShows() {
        server.put("asset", 1, "keeper", "甲", 1);
        done();
        OutboxOp patch = ledger.op("asset.patch", 1, set("keeper", "甲", "乙"));
        ledger.queue(patch);
        assertThat(ledger.seen("asset", 1)).contains(Map.of("keeper", "乙"));
        server.reject(patch, OpStatus.CONFLICT);
        done();
        assertThat(ledger.seen("asset", 1)).contains(Map.of("keeper", "甲"));
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.NEEDS_ATTENTION);
    }

    @Test
    void anotherPersonsOpsWaitUntilTheyLogInAgain() {
        queued(1);
        ledger.user = TestLedger.LI;
        queued(2);
        engine = ledger.engine(server);
        done();
        assertThat(server.pushes.getLast().ops()).extracting(Op::userId).containsOnly(TestLedger.LI);
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.QUEUED);
        ledger.user = TestLedger.ZHANG;
        engine = ledger.engine(server);
        done();
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
    }

    @Test
    void anotherPersonsFrozenOpsDoNotBlockTheNumbers() {
        queued(1);
        server.failBefore("push", new SyncFault.NoAnswer(false));
        failed();
        ledger.user = TestLedger.LI;
        queued(2);
        engine = ledger.engine(server);
        done();
        assertThat(ledger.stateOf(2)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
        ledger.user = TestLedger.ZHANG;
        engine = ledger.engine(server);
        done();
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
        assertThat(server.applied.values()).containsOnly(1);
    }

    @Test
    void switchedOffNothingIsAsked() {
        queued(1);
        assertThat(engine.round(sign(true))).isEqualTo(new RoundOutcome.Failed(new SyncFault.Stopped()));
        assertThat(server.calls).isEmpty();
    }

    @Test
    void theClockOffsetIsMeasuredAtTheHandshake() {
        done();
        long offset = ledger.read(tx -> ledger.stores.marks().millis(tx));
        assertThat(offset).isEqualTo(90_000);
    }
}
