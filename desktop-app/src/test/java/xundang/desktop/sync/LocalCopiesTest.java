package xundang.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.desktop.platform.tasks.DirectBackgroundTasks;
import xundang.desktop.sync.LocalCopies.Clearable;
import xundang.model.sync.OpStatus;

class LocalCopiesTest {
    private static final StopSign GO = RecordsSyncTest.sign(false);

    @TempDir
    Path temp;

    private final ScriptedServer server = new ScriptedServer();
    private TestLedger ledger;
    private LocalCopies copies;

    @BeforeEach
    void open() throws IOException {
        ledger = new TestLedger(temp.resolve("ledger"));
        copies = new LocalCopyService(
                new SyncParts(server, ledger.database, ledger.stores, ledger.photos, ledger.identity()));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void done() {
        assertThat(ledger.engine(server).round(GO)).isInstanceOf(RoundOutcome.Done.class);
    }

    @Test
    void aPictureIsClearedOnlyWhenTheServerAndItsBackupHoldIt() {
        ledger.queue(ledger.photo(1, new byte[] {1, 2, 3}));
        assertThat(copies.clearable()).isEqualTo(new Clearable(0, 0, 0));
        done();
        assertThat(copies.clearable()).as("no backup covers it").isEqualTo(new Clearable(0, 0, 1));
        assertThat(copies.clear()).isEqualTo(new Clearable(0, 0, 1));
        assertThat(ledger.photos.kept).hasSize(1);
        server.backedUpOpSeq = 1;
        done();
        assertThat(copies.clear()).isEqualTo(new Clearable(1, 3, 0));
        assertThat(ledger.photos.kept).isEmpty();
        assertThat(copies.clearable()).isEqualTo(new Clearable(0, 0, 0));
    }

    @Test
    void unsentRefusedAndDraftedPicturesAreNeverOffered() {
        byte[] shared = {1, 2, 3};
        ledger.queue(ledger.photo(1, shared));
        OutboxOp refused = ledger.photo(2, new byte[] {4});
        OutboxOp sameRefused = ledger.photo(3, new byte[] {5});
        ledger.queue(refused);
        ledger.queue(sameRefused);
        server.reject(refused, OpStatus.REJECTED);
        server.reject(sameRefused, OpStatus.CONFLICT);
        server.backedUpOpSeq = 99;
        done();
        ledger.drafts.begin(ledger, 70, TestLedger.key("asset", 1), shared);
        ledger.queue(ledger.photo(6, new byte[] {6}));
        assertThat(copies.clearable()).isEqualTo(new Clearable(0, 0, 0));
        copies.clear();
        assertThat(ledger.photos.dropped).isEmpty();
    }

    @Test
    void aClearedPictureIsFetchedAgainWhenSomebodyWantsIt() {
        byte[] picture = {1, 2, 3};
        ledger.queue(ledger.photo(1, picture));
        server.backedUpOpSeq = 1;
        done();
        copies.clear();
        PhotoFetcher fetcher = new PhotoFetcher(
                server,
                new StoreSteps(ledger.database, new DirectBackgroundTasks()),
                ledger.photos,
                new DirectBackgroundTasks());
        assertThat(PhotoSyncTest.fetched(fetcher, PhotoFetcher.hash(picture))).isEqualTo(PhotoFetcher.Outcome.HERE);
        assertThat(ledger.photos.kept.values()).containsExactly(picture);
    }
}
