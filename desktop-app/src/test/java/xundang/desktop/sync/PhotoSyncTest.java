package xundang.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.desktop.sync.TestLedger.set;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.platform.tasks.DirectBackgroundTasks;
import xundang.desktop.testing.KeptPhotos;

/** Pictures on their way, with cuts at every kind of place. */
class PhotoSyncTest {
    private static final StopSign GO = RecordsSyncTest.sign(false);

    @TempDir
    Path temp;

    private final ScriptedServer server = new ScriptedServer();
    private final byte[] picture = bytes(3 * PhotoUploader.CHUNK_BYTES + 17);
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

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private void done() {
        assertThat(engine.round(GO)).isInstanceOf(RoundOutcome.Done.class);
    }

    private int photosWaiting() {
        return ledger.read(tx -> ledger.stores.subjects().counts(tx)).photos();
    }

    @Test
    void aPictureFollowsItsRecordAndIsHeldOnlyWhenTheServerSaysSo() {
        ledger.queue(ledger.photo(1, picture));
        assertThat(photosWaiting()).isEqualTo(1);
        done();
        assertThat(server.calls.indexOf("push")).isLessThan(server.calls.indexOf("create"));
        assertThat(server.calls.getLast()).isEqualTo("query");
        assertThat(server.stored.values()).containsExactly(picture);
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
        assertThat(ledger.photos.confirmed).hasSize(1);
        assertThat(photosWaiting()).isZero();
    }

    @Test
    void aCutInTheMiddleIsFollowedByAQuestionAndNothingIsSentTwice() {
        ledger.queue(ledger.photo(1, picture));
        server.failAfter("chunk", new SyncFault.NoAnswer(false));
        done();
        assertThat(server.stored.values()).containsExactly(picture);
        assertThat(server.calls.stream().filter("chunk"::equals)).hasSize(3);
        assertThat(server.calls).contains("offset");
    }

    @Test
    void aPictureGoesOnInTheNextRoundWhereTheLastOneEnded() {
        ledger.queue(ledger.photo(1, picture));
        server.failAfter("chunk", new SyncFault.NoAnswer(false));
        server.failBefore("offset", new SyncFault.NoAnswer(false));
        server.failBefore("offset", new SyncFault.NoAnswer(false));
        server.failBefore("offset", new SyncFault.NoAnswer(false));
        assertThat(engine.round(GO)).isInstanceOf(RoundOutcome.Failed.class);
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.SENT);
        done();
        assertThat(server.calls.stream().filter("create"::equals)).hasSize(1);
        assertThat(server.calls.stream().filter("chunk"::equals)).hasSize(3);
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
    }

    @Test
    void aLostAnswerToTheBeginningOfAnUploadBeginsNoSecondOne() {
        ledger.queue(ledger.photo(1, picture));
        server.failAfter("create", new SyncFault.NoAnswer(false));
        engine.round(GO);
        done();
        assertThat(server.calls.stream().filter("create"::equals)).hasSize(1);
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
    }

    @Test
    void anExpiredUploadIsBegunAnew() {
        ledger.queue(ledger.photo(1, picture));
        server.onChunk = () -> {
            server.uploads.clear();
            server.onChunk = () -> {};
        };
        done();
        assertThat(server.calls.stream().filter("create"::equals)).hasSize(2);
        assertThat(server.stored.values()).containsExactly(picture);
    }

    @Test
    void theSamePictureUsedTwiceTravelsOnce() {
        ledger.queue(ledger.photo(1, picture));
        ledger.queue(ledger.photo(2, picture));
        done();
        assertThat(server.calls.stream().filter("create"::equals)).hasSize(1);
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
        assertThat(ledger.stateOf(2)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
    }

    @Test
    void aPictureThatIsNoLongerIntactHereIsLeftOutAndTheNextOneGoes() {
        OutboxOp damaged = ledger.photo(1, bytes(100));
        ledger.photos.kept.clear();
        ledger.queue(damaged);
        ledger.queue(ledger.photo(2, picture));
        assertThat(engine.round(GO)).isEqualTo(new RoundOutcome.Done(60, 1));
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.SENT);
        assertThat(ledger.stateOf(2)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
    }

    @Test
    void recordsOvertakeAPictureBetweenTwoPieces() {
        AtomicBoolean waiting = new AtomicBoolean();
        ledger.queue(ledger.photo(1, picture));
        server.onChunk = () -> waiting.set(true);
        StopSign impatient = new StopSign() {
            @Override
            public boolean stopped() {
                return false;
            }

            @Override
            public boolean recordsWait() {
                return waiting.get();
            }
        };
        engine.round(impatient);
        assertThat(server.calls.stream().filter("chunk"::equals)).hasSize(1);
        ledger.queue(ledger.op("inspection.create", 2, set("verdict", null, "normal")));
        waiting.set(false);
        server.onChunk = () -> {};
        done();
        assertThat(server.pushes).hasSize(2);
        assertThat(server.stored.values()).containsExactly(picture);
    }

    @Test
    void aServerThatLostRecordsIsAskedAboutTheirPicturesAgain() {
        ledger.queue(ledger.photo(1, picture));
        done();
        server.stored.clear();
        server.results.clear();
        server.lastOpSeqSeen = 0;
        done();
        assertThat(server.stored.values()).containsExactly(picture);
    }

    @Test
    void aPictureThatTheServerFoundDamagedIsSentAgainAfterTheNextStart() {
        ledger.queue(ledger.photo(1, picture));
        done();
        server.stored.clear();
        done();
        assertThat(server.stored).isEmpty();
        engine = ledger.engine(server);
        done();
        assertThat(server.stored.values()).containsExactly(picture);
        assertThat(ledger.stateOf(1)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
    }

    @Test
    void aPictureThatIsNeitherThereNorHereIsNotPutAmongThoseToBeSent() {
        ledger.queue(ledger.photo(1, picture));
        done();
        server.stored.clear();
        ledger.photos.kept.clear();
        engine = ledger.engine(server);
        assertThat(engine.round(GO)).isEqualTo(new RoundOutcome.Done(60, 0));
    }

    @Test
    void aFetchedPictureIsKeptOnlyIfItHasItsHash() {
        PhotoFetcher fetcher = new PhotoFetcher(
                server,
                new StoreSteps(ledger.database, new DirectBackgroundTasks()),
                ledger.photos,
                new DirectBackgroundTasks());
        String sha256 = PhotoFetcher.hash(picture);
        assertThat(fetched(fetcher, sha256)).isEqualTo(PhotoFetcher.Outcome.NOT_AT_SERVER);
        server.stored.put(sha256, Arrays.copyOf(picture, 10));
        assertThat(fetched(fetcher, sha256)).isEqualTo(PhotoFetcher.Outcome.DAMAGED);
        assertThat(ledger.photos.kept).isEmpty();
        server.stored.put(sha256, picture);
        assertThat(fetched(fetcher, sha256)).isEqualTo(PhotoFetcher.Outcome.HERE);
        assertThat(ledger.photos.kept).containsEntry(sha256, picture);
    }

    static PhotoFetcher.Outcome fetched(PhotoFetcher fetcher, String sha256) {
        PhotoFetcher.Outcome[] outcome = new PhotoFetcher.Outcome[1];
        fetcher.fetch(sha256, ended -> outcome[0] = ended, fault -> {
            throw new AssertionError(fault);
        });
        return outcome[0];
    }

    /** Network tasks wait in line until the test lets them run, as on the one network thread. */
    private static final class Line implements BackgroundTasks {
        private final Deque<Runnable> network = new ArrayDeque<>();
        private final BackgroundTasks direct = new DirectBackgroundTasks();

        @Override
        public <T> void store(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
            direct.store(work, onDone, onFailed);
        }

        @Override
        public <T> void network(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
            network.add(() -> direct.network(work, onDone, onFailed));
        }

        void runAll() {
            while (!network.isEmpty()) {
                network.remove().run();
            }
        }
    }

    /** Knows whether the store is at work. */
    private static final class Watched implements BackgroundTasks {
        private final BackgroundTasks direct = new DirectBackgroundTasks();
        private boolean inStore;

        @Override
        public <T> void store(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
            inStore = true;
            direct.store(work, onDone, onFailed);
            inStore = false;
        }

        @Override
        public <T> void network(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
            direct.network(work, onDone, onFailed);
        }
    }

    @Test
    void aSaveNeverWaitsWhileAFetchedPictureIsDecoded() {
        Watched tasks = new Watched();
        List<String> steps = new ArrayList<>();
        KeptPhotos photos = new KeptPhotos() {
            @Override
            public Checked check(String sha256, byte[] bytes) {
                steps.add(tasks.inStore ? "decoded in the store" : "decoded");
                Checked checked = super.check(sha256, bytes);
                return new Checked() {
                    @Override
                    public void keep() {
                        steps.add(tasks.inStore ? "kept in the store" : "kept");
                        checked.keep();
                    }

                    @Override
                    public void keepOwn() {
                        throw new AssertionError("the server holds it");
                    }
                };
            }
        };
        server.stored.put(PhotoFetcher.hash(picture), picture);
        PhotoFetcher fetcher = new PhotoFetcher(server, new StoreSteps(ledger.database, tasks), photos, tasks);
        assertThat(fetched(fetcher, PhotoFetcher.hash(picture))).isEqualTo(PhotoFetcher.Outcome.HERE);
        assertThat(steps).containsExactly("decoded", "kept in the store");
    }

    @Test
    void aRoundGoesBetweenTwoPiecesOfAFetch() {
        byte[] big = new byte[PhotoFetcher.PIECE_BYTES * 2 + 7];
        new Random(3).nextBytes(big);
        String sha256 = PhotoFetcher.hash(big);
        server.stored.put(sha256, big);
        Line line = new Line();
        List<PhotoFetcher.Outcome> outcomes = new ArrayList<>();
        PhotoFetcher fetcher = new PhotoFetcher(server, new StoreSteps(ledger.database, line), ledger.photos, line);
        for (int i = 0; i < 2; i++) {
            fetcher.fetch(sha256, outcomes::add, fault -> {
                throw new AssertionError(fault);
            });
        }
        line.network(() -> engine.round(GO), ended -> {}, fault -> {});
        line.runAll();
        assertThat(server.calls).containsSubsequence("blob", "hello", "changes", "blob", "blob");
        assertThat(server.calls)
                .filteredOn("blob"::equals)
                .as("asked for twice, fetched once")
                .hasSize(3);
        assertThat(outcomes).containsExactly(PhotoFetcher.Outcome.HERE, PhotoFetcher.Outcome.HERE);
        assertThat(ledger.photos.kept.get(sha256)).isEqualTo(big);
    }
}
