package xundang.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import xundang.model.account.Role;
import xundang.model.sync.Op;
import xundang.model.sync.OpStatus;
import xundang.model.sync.Paths;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Http;
import xundang.server.testing.Laptop;
import xundang.server.testing.Tables;
import xundang.server.testing.TestServer;

/** Too much at once, or a database that cannot just now: everybody gets an answer that he can try again after, and nothing is half done. */
class LoadTest {
    private static final int AT_ONCE = 800;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void whoComesBackAtTheSameMomentIsServedOrToldWhen(DatabaseKind kind) throws Exception {
        try (TestServer server = new TestServer(folder, kind);
                ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Laptop> laptops = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                server.person("p" + i, Role.ASSET_MANAGER, "*");
                laptops.add(server.laptop("p" + i));
            }
            List<Callable<Http.Answer>> requests = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                Laptop laptop = laptops.get(i % laptops.size());
                requests.add(() -> laptop.get(Paths.CHANGES));
            }
            for (Future<Http.Answer> future : crowd.invokeAll(requests)) {
                Http.Answer answer = future.get();
                if (answer.status() != 200) {
                    assertThat(answer.status()).isIn(429, 503);
                    assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(5, 30);
                    answer.problem();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aPushThatCannotGetItsLockIsToldToComeBackAndNothingOfItIsKept(DatabaseKind kind) throws Exception {
        try (TestServer server = new TestServer(folder, kind);
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            Laptop laptop = server.manager();
            Op blocking = laptop.createAsset(server.ids.next(), Map.of());
            laptop.nextNumber(1);
            Op op = laptop.createAsset(server.ids.next(), Map.of());
            Map<String, String> before = Tables.of(server);
            CountDownLatch locked = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            Future<?> holder = other.submit(() -> {
                server.graph().database().inTransaction(tx -> {
                    server.graph().ledger().apply(tx, List.of(blocking), xundang.server.ledger.Author.ofSystem());
                    locked.countDown();
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    throw new IllegalStateException("rolled back on purpose");
                });
            });
            assertThat(locked.await(1, TimeUnit.MINUTES)).isTrue();
            Http.Answer answer;
            try {
                answer = laptop.tryPush(op);
            } finally {
                release.countDown();
            }
            assertThat(answer.expect(503).problemName()).isEqualTo("busy");
            assertThat(answer.header("Retry-After")).isNotBlank();
            assertThat(org.assertj.core.api.Assertions.catchThrowable(holder::get))
                    .hasMessageContaining("on purpose");
            assertThat(Tables.of(server)).isEqualTo(before);
            assertThat(laptop.push(op).getFirst().status()).isEqualTo(OpStatus.APPLIED);
        }
    }

    @Test
    void takingASiteAwayMakesTheLaptopFetchWhatItMayHoldNow() {
        try (TestServer server = new TestServer(folder, DatabaseKind.H2)) {
            Laptop manager = server.manager();
            var siteA = server.ids.next();
            var siteB = server.ids.next();
            manager.push(
                    manager.createSite(siteA, "A"),
                    manager.createSite(siteB, "B"),
                    manager.createAsset(server.ids.next(), Map.of("site_id", siteA.toString())),
                    manager.createAsset(server.ids.next(), Map.of("site_id", siteB.toString())));
            server.person("li", Role.INSPECTOR, siteA.toString(), siteB.toString());
            Laptop laptop = server.laptop("li");
            assertThat(laptop.hello().scopes()).contains("*", siteA.toString(), siteB.toString());
            String cursor = laptop.page("", 10).cursor().token();
            var command = new xundang.server.admin.AdminCommand.ChangeScopes(
                    "li", java.util.Set.of(), java.util.Set.of(siteB.toString()));
            assertThat(server.graph().admin().run(command).done()).isTrue();
            assertThat(laptop.hello().scopes()).contains(siteA.toString()).doesNotContain(siteB.toString());
            assertThat(laptop.get(Paths.CHANGES + "?cursor=" + cursor)
                            .expect(409)
                            .problemName())
                    .isEqualTo("resync");
            assertThat(laptop.snapshot("", 10).records())
                    .extracting(record -> record.scope())
                    .containsExactlyInAnyOrder(siteA.toString(), "*", "*");
        }
    }
}
