package xundang.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import xundang.model.account.Role;
import xundang.model.sync.Change;
import xundang.model.sync.ChangePage;
import xundang.model.sync.FeedCursor;
import xundang.model.sync.Op;
import xundang.model.sync.Paths;
import xundang.server.ledger.Author;
import xundang.server.ledger.Scopes;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** The feed skips nothing and knows its own cursors. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class ChangeFeedTest {
    @Parameter
    DatabaseKind kind;

    @TempDir
    Path folder;

    private TestServer server;
    private Laptop laptop;

    @BeforeEach
    void start() {
        server = new TestServer(folder, kind);
        laptop = server.manager();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void pagesJoinToTheWholeWithoutGapsOrRepetitions() {
        Op[] ops = new Op[7];
        for (int i = 0; i < ops.length; i++) {
            ops[i] = laptop.createAsset(server.ids.next(), Map.of());
        }
        laptop.push(ops);
        List<UUID> seen = new ArrayList<>();
        ChangePage page = laptop.page("", 3);
        page.changes().forEach(change -> seen.add(change.id()));
        while (page.more()) {
            page = laptop.page(page.cursor().token(), 3);
            page.changes().forEach(change -> seen.add(change.id()));
        }
        assertThat(seen).containsExactly(Arrays.stream(ops).map(Op::recId).toArray(UUID[]::new));
        assertThat(laptop.page(page.cursor().token(), 3).changes()).isEmpty();
    }

    @Test
    void theHandshakeSaysWhetherAnythingIsBehindTheCursor() {
        laptop.push(laptop.createAsset(server.ids.next(), Map.of()));
        FeedCursor end = laptop.page("", 3).cursor();
        assertThat(laptop.hello(end).nothingNew()).isTrue();
        assertThat(laptop.hello().nothingNew()).isFalse();
        laptop.push(laptop.createAsset(server.ids.next(), Map.of()));
        assertThat(laptop.hello(end).nothingNew()).isFalse();
        assertThat(laptop.hello(laptop.page(end.token(), 3).cursor()).nothingNew())
                .isTrue();
    }

    /** The writer that numbers first is still open while another one comes and a reader looks in between. */
    @Test
    void aReaderBetweenTwoWritersMissesNeither() throws Exception {
        Op slow = laptop.createAsset(server.ids.next(), Map.of());
        Op fast = laptop.createAsset(server.ids.next(), Map.of());
        CountDownLatch numbered = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        try (ExecutorService writers = Executors.newFixedThreadPool(2)) {
            Future<?> first = writers.submit(() -> server.graph().database().inTransaction(tx -> {
                server.graph().ledger().apply(tx, List.of(slow), Author.ofSystem());
                numbered.countDown();
                await(mayCommit);
                return true;
            }));
            numbered.await();
            Future<?> second = writers.submit(() -> server.graph()
                    .database()
                    .inTransaction(tx -> server.graph().ledger().apply(tx, List.of(fast), Author.ofSystem())));
            ChangeFeedService feed = new ChangeFeedService(server.graph().database(), new FeedDao(), server.clock);
            var everything = new Scopes(true, Set.of());
            ChangePage between = feed.page(everything, "", 100);
            assertThat(between.changes()).isEmpty();
            mayCommit.countDown();
            first.get();
            second.get();
            ChangePage after = feed.page(everything, between.cursor().token(), 100);
            assertThat(after.changes()).extracting(Change::id).containsExactlyInAnyOrder(slow.recId(), fast.recId());
        }
    }

    @Test
    void aReaderThatFollowsManyWritersSeesEveryRecord() throws Exception {
        int writerCount = 6;
        int each = 12;
        Set<UUID> written = new TreeSet<>();
        List<Op> ops = new ArrayList<>();
        for (int i = 0; i < writerCount * each; i++) {
            Op op = laptop.createAsset(server.ids.next(), Map.of());
            ops.add(op);
            written.add(op.recId());
        }
        Set<UUID> seen = new TreeSet<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(writerCount)) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < writerCount; writer++) {
                List<Op> mine = ops.subList(writer * each, (writer + 1) * each);
                running.add(writers.submit(() -> mine.forEach(op -> server.graph()
                        .database()
                        .inTransaction(tx -> server.graph().ledger().apply(tx, List.of(op), Author.ofSystem())))));
            }
            while (running.stream().anyMatch(future -> !future.isDone())) {
                laptop.pull().forEach(change -> seen.add(change.id()));
            }
            for (Future<?> future : running) {
                future.get();
            }
        }
        laptop.pull().forEach(change -> seen.add(change.id()));
        assertThat(seen).isEqualTo(written);
    }

    @Test
    void aCursorThatNobodyMadeAsksForAResync() {
        assertThat(laptop.get(Paths.CHANGES + "?cursor=garbage").expect(409).problemName())
                .isEqualTo("resync");
        assertThat(laptop.get(Paths.CHANGES + "?cursor=%00%ff").expect(409).problemName())
                .isEqualTo("resync");
    }

    @Test
    void aCursorOfAnotherHistoryAsksForAResync() throws Exception {
        laptop.push(laptop.createAsset(server.ids.next(), Map.of()));
        String token = laptop.page("", 10).cursor().token();
        Cursors.Position real = Cursors.unpack(token).orElseThrow();
        List<Cursors.Position> wrong = List.of(
                new Cursors.Position(server.ids.next(), real.q(), real.c(), real.s()),
                new Cursors.Position(real.e(), real.q() + 1, real.c(), real.s()),
                new Cursors.Position(real.e(), real.q(), server.ids.next(), real.s()));
        for (Cursors.Position position : wrong) {
            String query = "?cursor=" + Cursors.pack(position).token();
            assertThat(laptop.get(Paths.CHANGES + query).expect(409).problemName())
                    .isEqualTo("resync");
        }
    }

    @Test
    void onlyRecordsOfOwnSitesAreHandedOut() {
        UUID siteA = server.ids.next();
        UUID siteB = server.ids.next();
        laptop.push(laptop.createSite(siteA, "A"), laptop.createSite(siteB, "B"));
        Op inA = laptop.createAsset(server.ids.next(), Map.of("site_id", siteA.toString()));
        Op inB = laptop.createAsset(server.ids.next(), Map.of("site_id", siteB.toString()));
        laptop.push(inA, inB);
        server.person("at-a", Role.INSPECTOR, siteA.toString());
        assertThat(server.laptop("at-a").pull()).extracting(Change::id).containsExactly(siteA, siteB, inA.recId());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
