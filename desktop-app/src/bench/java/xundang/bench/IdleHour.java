package xundang.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import xundang.desktop.platform.crypto.DataKey;
import xundang.desktop.platform.db.H2LocalDatabase;
import xundang.desktop.platform.files.DataFolder;
import xundang.desktop.platform.tasks.DirectBackgroundTasks;
import xundang.desktop.sync.SyncApi;
import xundang.desktop.sync.SyncIdentity;
import xundang.desktop.sync.SyncParts;
import xundang.desktop.sync.SyncService;
import xundang.desktop.sync.SyncStatus;
import xundang.desktop.sync.http.HttpSyncApi;
import xundang.desktop.sync.store.SyncStores;

/** An hour in which nothing happens, on the laptop's clock: the product's own service and schedule against the real server. */
final class IdleHour {
    private static final int HOUR_S = 3600;

    private final List<String> requests = new ArrayList<>();
    private Instant now = Instant.now(Clock.systemUTC());
    private Runnable tick = () -> {};

    /** What the hour cost. */
    record Cost(int requests, long bytes) {}

    Cost measure(BenchServer server, BenchLaptop enrolled, Path folder) throws Exception {
        DataFolder data = new DataFolder(folder);
        data.prepare();
        try (DataKey key = DataKey.fresh(new SecureRandom());
                CountingWire wire =
                        new CountingWire(URI.create(server.running.url()).getPort())) {
            if (!(H2LocalDatabase.open(data, key, Clock.systemUTC())
                    instanceof H2LocalDatabase.Opening.Opened opened)) {
                throw new IllegalStateException("a fresh ledger does not open");
            }
            try (H2LocalDatabase database = opened.database()) {
                SyncStores stores = SyncStores.over(database);
                database.recover();
                SyncApi api = counted(new HttpSyncApi(wire.url(), enrolled.enrolment::token));
                SyncIdentity who =
                        new SyncIdentity(enrolled.enrolment.deviceId(), enrolled.enrolment.userId(), "bench", 1);
                return measure(new SyncParts(api, database, stores, new NoPhotos(), who), wire);
            }
        }
    }

    private Cost measure(SyncParts parts, CountingWire wire) {
        InstantSource time = () -> now;
        try (SyncService service = new SyncService(
                parts,
                new DirectBackgroundTasks(),
                time.withZone(ZoneOffset.UTC),
                RandomGenerator.of("L64X128MixRandom"))) {
            service.start((period, task) -> {
                tick = task;
                return () -> {};
            });
            // The first rounds fetch what there is; they are not idle.
            pass(120);
            requests.clear();
            long before = wire.bytes();
            pass(HOUR_S);
            if (service.status().connection() != SyncStatus.Connection.REACHED || requests.isEmpty()) {
                throw new IllegalStateException("the hour was not spent in contact: " + service.status());
            }
            return new Cost(requests.size(), wire.bytes() - before);
        }
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            now = now.plus(Duration.ofSeconds(1));
            tick.run();
        }
    }

    private SyncApi counted(SyncApi api) {
        return (SyncApi) Proxy.newProxyInstance(
                SyncApi.class.getClassLoader(), new Class<?>[] {SyncApi.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("abort")) {
                        requests.add(method.getName());
                    }
                    try {
                        return method.invoke(api, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
