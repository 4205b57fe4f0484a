package xundang.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static xundang.desktop.sync.TestLedger.set;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.desktop.platform.tasks.DirectBackgroundTasks;
import xundang.desktop.sync.SyncStatus.Connection;
import xundang.model.sync.OpStatus;

class SyncServiceTest {
    @TempDir
    Path temp;

    private final ScriptedServer server = new ScriptedServer();
    private final List<SyncStatus> shown = new ArrayList<>();
    private TestLedger ledger;
    private SyncService service;
    private Runnable tick = () -> {};
    private Instant now = TestLedger.NOW;

    @BeforeEach
    void open() throws IOException {
        ledger = new TestLedger(temp.resolve("ledger"));
        startService();
    }

    private void startService() {
        service = new SyncService(
                new SyncParts(server, ledger.database, ledger.stores, ledger.photos, ledger.identity()),
                new DirectBackgroundTasks(),
                clock(),
                new Random(1));
        service.onStatus(shown::add);
        service.start((period, task) -> {
            tick = task;
            return () -> tick = () -> {};
        });
    }

    @AfterEach
    void close() {
        service.close();
        ledger.close();
    }

    /** Goes where the test puts it. */
    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private void after(Duration wait) {
        now = now.plus(wait);
        tick.run();
    }

    private void save(long record) {
        ledger.queue(ledger.op("inspection.create", record, set("verdict", null, "normal")));
    }

    @Test
    void switchedOffTheQueueStaysAndTheStatusSaysSo() {
        service.setOnline(false);
        save(1);
        after(Duration.ofHours(1));
        service.syncNow();
        assertThat(server.calls).containsOnly("abort");
        assertThat(service.status().connection()).isEqualTo(Connection.OFF);
        assertThat(service.status().recordsWaiting()).isEqualTo(1);
        assertThat(service.status().lastContact()).isNull();
    }

    @Test
    void switchedOffStaysOffOverARestart() {
        service.setOnline(false);
        service.close();
        server.calls.clear();
        startService();
        after(Duration.ofHours(1));
        assertThat(server.calls).isEmpty();
        assertThat(service.status().connection()).isEqualTo(Connection.OFF);
    }

    @Test
    void recordsOnlyLetsRecordsGoAndHoldsPictures() {
        service.setRecordsOnly(true);
        save(1);
        ledger.queue(ledger.photo(2, new byte[] {1}));
        after(SyncSchedule.DEBOUNCE);
        assertThat(service.status().recordsWaiting()).isZero();
        assertThat(service.status().photosWaiting()).isEqualTo(1);
        assertThat(service.status().recordsOnly()).isTrue();
        assertThat(server.calls).doesNotContain("query", "create");
        service.setRecordsOnly(false);
        after(SyncSchedule.DEBOUNCE);
        assertThat(service.status().photosWaiting()).isZero();
        assertThat(service.status().recordsOnly()).isFalse();
    }

    @Test
    void recordsOnlyIsRememberedOverARestart() {
        service.setRecordsOnly(true);
        service.close();
        startService();
        assertThat(service.status().recordsOnly()).isTrue();
        ledger.queue(ledger.photo(2, new byte[] {1}));
        after(SyncSchedule.DEBOUNCE);
        assertThat(server.stored).isEmpty();
    }

    @Test
    void recordsOnlyStopsAPictureThatIsUnderWayBehindItsPresentPiece() {
        ledger.queue(ledger.photo(2, new byte[PhotoUploader.CHUNK_BYTES * 4]));
        server.onChunk = () -> service.setRecordsOnly(true);
        after(Duration.ZERO);
        assertThat(server.calls).filteredOn("chunk"::equals).hasSize(1);
        assertThat(service.status().photosWaiting()).isEqualTo(1);
    }

    @Test
    void withRecordsOnlyOrSwitchedOffNoPictureIsFetched() {
        byte[] picture = {1, 2, 3};
        String sha256 = PhotoFetcher.hash(picture);
        server.stored.put(sha256, picture);
        service.setRecordsOnly(true);
        assertThat(PhotoSyncTest.fetched(service.fetcher(), sha256)).isEqualTo(PhotoFetcher.Outcome.HELD_BACK);
        service.setRecordsOnly(false);
        service.setOnline(false);
        assertThat(PhotoSyncTest.fetched(service.fetcher(), sha256)).isEqualTo(PhotoFetcher.Outcome.HELD_BACK);
        service.setOnline(true);
        assertThat(PhotoSyncTest.fetched(service.fetcher(), sha256)).isEqualTo(PhotoFetcher.Outcome.HERE);
    }

    @Test
    void noPictureIsFetchedBeforeItIsKnownWhetherTheNetworkWasSwitchedOff() {
        byte[] picture = {1, 2, 3};
        String sha256 = PhotoFetcher.hash(picture);
        server.stored.put(sha256, picture);
        SyncService unread = new SyncService(
                new SyncParts(server, ledger.database, ledger.stores, ledger.photos, ledger.identity()),
                new DirectBackgroundTasks(),
                clock(),
                new Random(1));
        assertThat(PhotoSyncTest.fetched(unread.fetcher(), sha256)).isEqualTo(PhotoFetcher.Outcome.HELD_BACK);
        assertThat(server.calls).doesNotContain("blob");
    }

    @Test
    void switchingOffBetweenTwoPiecesEndsAFetch() {
        byte[] picture = new byte[PhotoFetcher.PIECE_BYTES * 2];
        String sha256 = PhotoFetcher.hash(picture);
        server.stored.put(sha256, picture);
        server.onBlob = () -> service.setOnline(false);
        assertThat(PhotoSyncTest.fetched(service.fetcher(), sha256)).isEqualTo(PhotoFetcher.Outcome.HELD_BACK);
        assertThat(server.calls).filteredOn("blob"::equals).hasSize(1);
    }

    @Test
    void aLongTransferIsShownWhileItRunsAndNotAfterwards() {
        ledger.queue(ledger.photo(2, new byte[PhotoUploader.CHUNK_BYTES * 4]));
        List<SyncStatus.Transfer> seen = new ArrayList<>();
        server.onChunk = () -> {
            tick.run();
            if (service.status().transfer() != null) {
                seen.add(service.status().transfer());
            }
        };
        after(Duration.ZERO);
        // The second piece is twice as long as the first: the first went through at once.
        long piece = PhotoUploader.CHUNK_BYTES;
        assertThat(seen)
                .extracting(SyncStatus.Transfer::done, SyncStatus.Transfer::total)
                .as("the second piece is twice as large, because the first went through at once")
                .containsExactly(tuple(piece, piece * 4), tuple(piece * 3, piece * 4));
        assertThat(service.status().transfer()).isNull();
    }

    @Test
    void whatHasLeftThisLaptopStillWaitsUntilTheServerSaysThatItIsStored() {
        ledger.queue(ledger.photo(2, new byte[] {1, 2, 3}));
        server.onChunk = () -> {
            server.onChunk = () -> {};
            server.failBefore("query", new SyncFault.NoAnswer(false));
        };
        after(Duration.ZERO);
        assertThat(server.stored).hasSize(1);
        assertThat(service.status().photosWaiting()).isEqualTo(1);
        assertThat(ledger.stateOf(2)).isEqualTo(RecordSyncState.SENT);
    }

    @Test
    void aSaveIsOnItsWayASecondLater() {
        after(Duration.ZERO);
        save(1);
        assertThat(service.status().recordsWaiting()).isEqualTo(1);
        assertThat(server.pushes).isEmpty();
        after(SyncSchedule.DEBOUNCE);
        assertThat(server.pushes).hasSize(1);
        assertThat(service.status()).isEqualTo(new SyncStatus(Connection.REACHED, 0, 0, 0, now, 91_000L, null));
    }

    @Test
    void sendingASaveCausesNoFurtherRound() {
        save(1);
        after(Duration.ZERO);
        after(Duration.ofSeconds(5));
        assertThat(server.hellos).hasSize(1);
    }

    @Test
    void photosThatSteppedAsideForARecordGoOnASecondLater() {
        save(1);
        ledger.queue(ledger.photo(2, new byte[] {1}));
        ledger.queue(ledger.photo(3, new byte[] {2}));
        server.onPush = () -> {
            server.onPush = () -> {};
            save(4);
        };
        after(Duration.ZERO);
        after(SyncSchedule.DEBOUNCE);
        after(SyncSchedule.DEBOUNCE);
        assertThat(service.status().recordsWaiting()).isZero();
        assertThat(service.status().photosWaiting()).isZero();
    }

    @Test
    void theListenerSeesTheRoundBeginAndEnd() {
        after(Duration.ZERO);
        assertThat(shown)
                .extracting(SyncStatus::connection)
                .contains(Connection.WORKING)
                .last()
                .isEqualTo(Connection.REACHED);
    }

    @Test
    void anUnreachableServerIsShownWithItsCodeAndTriedAgain() {
        server.failBefore("hello", new SyncFault.NoAnswer(false));
        after(Duration.ZERO);
        assertThat(service.status().connection()).isEqualTo(Connection.UNREACHABLE);
        assertThat(service.status().problemCode()).isEqualTo("E-SYNC-101");
        after(Duration.ofSeconds(2));
        assertThat(service.status().connection()).isEqualTo(Connection.REACHED);
        assertThat(service.status().problemCode()).isNull();
    }

    @Test
    void aNetworkThatWantsALogInIsNamed() {
        server.failBefore("hello", new SyncFault.NetworkLogin());
        after(Duration.ZERO);
        assertThat(service.status().problemCode()).isEqualTo("E-SYNC-104");
        assertThat(service.status().connection()).isEqualTo(Connection.UNREACHABLE);
    }

    @Test
    void anExpiredLogInIsShownAndNothingIsLost() {
        save(1);
        server.failBefore("hello", new SyncFault.LoginNeeded());
        after(Duration.ZERO);
        assertThat(service.status().connection()).isEqualTo(Connection.LOGIN_NEEDED);
        assertThat(service.status().recordsWaiting()).isEqualTo(1);
    }

    @Test
    void photosAndRecordsAreCountedApart() {
        service.setOnline(false);
        save(1);
        ledger.queue(ledger.photo(2, new byte[] {1}));
        ledger.queue(ledger.photo(3, new byte[] {2}));
        assertThat(service.status().recordsWaiting()).isEqualTo(1);
        assertThat(service.status().photosWaiting()).isEqualTo(2);
    }

    @Test
    void whatNeedsAPersonIsCountedAndListedFirst() {
        service.setOnline(false);
        save(1);
        OutboxOp bad = ledger.op("inspection.create", 2, set("verdict", null, "normal"));
        ledger.queue(bad);
        server.reject(bad, OpStatus.REJECTED);
        service.setOnline(true);
        assertThat(service.status().needsAttention()).isEqualTo(1);
        assertThat(service.queue(10)).first().satisfies(entry -> {
            assertThat(entry.opId()).isEqualTo(bad.opId());
            assertThat(entry.state()).isEqualTo(RecordSyncState.NEEDS_ATTENTION);
            assertThat(entry.reason()).isEqualTo("编号已停用。");
        });
    }

    @Test
    void aLineOfTheQueueCarriesTheAssetsNumberAndName() {
        server.put("asset", 7, "asset_no", "UPS-000007", 1);
        after(Duration.ZERO);
        service.setOnline(false);
        ledger.queue(ledger.op(
                "inspection.create", 1, set("asset_id", null, TestLedger.id(7).toString())));
        assertThat(service.queue(1).getFirst().title()).isEqualTo("UPS-000007");
    }

    @Test
    void switchingOffInTheMiddleOfARoundEndsIt() {
        save(1);
        ledger.queue(ledger.photo(2, new byte[] {1}));
        server.onPush = () -> service.setOnline(false);
        after(Duration.ZERO);
        assertThat(server.calls).doesNotContain("changes", "create");
        assertThat(service.status().connection()).isEqualTo(Connection.OFF);
        server.onPush = () -> {};
        service.setOnline(true);
        assertThat(server.stored).hasSize(1);
    }

    @Test
    void settledEntriesLeaveTheJournalAndALaterRebuildBringsThemFromTheServer() throws IOException {
        save(1);
        after(Duration.ZERO);
        service.close();
        ledger.loseDatabase();
        assertThat(ledger.seen("inspection", 1)).isEmpty();
        ledger.engine(server).round(RecordsSyncTest.sign(false));
        assertThat(ledger.seen("inspection", 1)).contains(Map.of("verdict", "normal"));
        assertThat(server.applied).hasSize(1);
    }
}
