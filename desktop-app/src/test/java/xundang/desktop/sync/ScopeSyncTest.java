package xundang.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.desktop.sync.TestLedger.set;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.model.sync.OpStatus;

/** A site is taken away from a laptop: nothing outside its sites stays, and no unsent work is erased. */
class ScopeSyncTest {
    private static final StopSign GO = RecordsSyncTest.sign(false);
    private static final List<String> NONE = List.of("*", new UUID(8, 8).toString());

    @TempDir
    Path temp;

    private final ScriptedServer server = new ScriptedServer();
    private TestLedger ledger;

    @BeforeEach
    void open() throws IOException {
        ledger = new TestLedger(temp.resolve("ledger"));
        server.put("asset", 1, "name", "UPS 1", 1);
        server.put("asset", 2, "name", "UPS 2", 1);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void done() {
        assertThat(ledger.engine(server).round(GO)).isInstanceOf(RoundOutcome.Done.class);
    }

    private Path exported(String name) throws IOException {
        Path target = temp.resolve(name);
        ledger.unsentWork().export(target, "一二三四五六".toCharArray(), FileWatch.UNWATCHED);
        return target;
    }

    @Test
    void recordsOfALostSiteGoInTheSameRoundAndPicturesWithThem() {
        byte[] picture = {1, 2, 3};
        ledger.queue(ledger.photo(5, picture));
        done();
        assertThat(ledger.seen("photo", 5)).isPresent();
        server.backedUpOpSeq = 1;
        server.scopes = NONE;
        done();
        assertThat(ledger.seen("asset", 1)).isEmpty();
        assertThat(ledger.seen("photo", 5)).isEmpty();
        assertThat(ledger.heard).contains("asset 1 gone", "photo 5 gone");
        assertThat(ledger.photos.kept).isEmpty();
        assertThat(ledger.<List<String>>read(ledger.stores.scopes()::lost)).isEmpty();
    }

    @Test
    void whatWaitedIsPushedFirst() {
        done();
        ledger.queue(ledger.op("asset.patch", 1, set("name", "UPS 1", "甲")));
        server.scopes = NONE;
        done();
        assertThat(server.living("asset", 1)).contains(Map.of("name", "甲"));
        assertThat(ledger.seen("asset", 1)).isEmpty();
    }

    @Test
    void aRefusedChangeAndItsPictureStayUntilAPackageHoldsThem() throws IOException {
        done();
        OutboxOp patch = ledger.op("asset.patch", 1, set("name", "UPS 1", "甲"));
        OutboxOp photo = ledger.photo(5, new byte[] {4, 5, 6});
        ledger.queue(patch);
        ledger.queue(photo);
        server.reject(patch, OpStatus.REJECTED);
        server.reject(photo, OpStatus.REJECTED);
        server.scopes = NONE;
        done();
        done();
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.NEEDS_ATTENTION);
        assertThat(ledger.seen("asset", 1)).as("what it is about is still seen").isPresent();
        assertThat(ledger.seen("asset", 2)).isEmpty();
        assertThat(ledger.photos.kept).hasSize(1);
        assertThat(ledger.unsentWork().mayLeave()).isFalse();

        exported("work");
        assertThat(ledger.unsentWork().mayLeave()).isTrue();
        done();
        assertThat(ledger.seen("asset", 1)).isEmpty();
        assertThat(ledger.photos.kept).isEmpty();
        assertThat(ledger.unsentWork().unsent().isEmpty()).isTrue();
    }

    @Test
    void whatWasPurgedAfterItsExportDoesNotComeBackFromTheJournal() throws IOException {
        done();
        OutboxOp patch = ledger.op("asset.patch", 1, set("name", "UPS 1", "甲"));
        ledger.queue(patch);
        server.reject(patch, OpStatus.REJECTED);
        server.scopes = NONE;
        done();
        exported("work");
        done();
        ledger.loseDatabase();
        assertThat(ledger.unsentWork().unsent().isEmpty()).isTrue();
    }

    @Test
    void aDraftInALostSiteIsKeptWithItsAssetUntilItIsExported() throws IOException {
        done();
        ledger.drafts.begin(ledger, 70, TestLedger.key("asset", 1), new byte[] {7, 7});
        server.scopes = NONE;
        done();
        assertThat(ledger.drafts.ids).contains(TestLedger.id(70));
        assertThat(ledger.seen("asset", 1)).isPresent();
        assertThat(ledger.seen("asset", 2)).isEmpty();
        assertThat(ledger.photos.kept).hasSize(1);

        exported("work");
        done();
        assertThat(ledger.drafts.ids).isEmpty();
        assertThat(ledger.seen("asset", 1)).isEmpty();
        assertThat(ledger.photos.kept).isEmpty();
    }

    @Test
    void aDraftThatChangedAfterItsExportIsKept() throws IOException {
        done();
        ledger.drafts.begin(ledger, 70, TestLedger.key("asset", 1), new byte[] {7, 7});
        exported("work");
        ledger.drafts.begin(ledger, 70, TestLedger.key("asset", 1), new byte[] {8, 8});
        server.scopes = NONE;
        done();
        assertThat(ledger.drafts.ids).contains(TestLedger.id(70));
        assertThat(ledger.unsentWork().mayLeave()).isFalse();
    }

    @Test
    void answeredOpsOfALostSiteAreKeptUnseenUntilABackupCoversThem() {
        ledger.queue(ledger.op("inspection.create", 3, set("verdict", null, "normal")));
        done();
        server.scopes = NONE;
        done();
        assertThat(ledger.seen("inspection", 3)).isEmpty();
        server.lastOpSeqSeen = 0;
        server.results.clear();
        server.forget("inspection", 3);
        done();
        assertThat(server.living("inspection", 3))
                .as("a restored server still gets it")
                .isPresent();
        server.backedUpOpSeq = 1;
        done();
        done();
        assertThat(ledger.<Long>read(tx -> ledger.stores.sends().lastAnswered(tx, ledger.user)))
                .isEqualTo(1);
        assertThat(ledger.<List<String>>read(ledger.stores.scopes()::lost)).isEmpty();
    }

    @Test
    void aSiteThatComesBackIsFetchedAgain() {
        done();
        server.scopes = NONE;
        done();
        server.scopes = ScriptedServer.ALL;
        done();
        assertThat(ledger.seen("asset", 1)).isPresent();
    }

    @Test
    void aSiteLostBeforeAKillIsStillLeftInTheNextRound() {
        done();
        server.scopes = NONE;
        ledger.queue(ledger.op("asset.patch", 1, set("name", "UPS 1", "甲")));
        server.failBefore("push", new SyncFault.NoAnswer(false));
        assertThat(ledger.engine(server).round(GO)).isInstanceOf(RoundOutcome.Failed.class);
        assertThat(ledger.seen("asset", 2)).as("pushed first").isPresent();
        ledger.reopen();
        ledger.engine(server).round(GO);
        assertThat(ledger.seen("asset", 2)).isEmpty();
    }
}
