package xundang.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import xundang.desktop.sync.SyncException;
import xundang.desktop.sync.SyncFault;
import xundang.desktop.sync.http.HttpSyncApi;
import xundang.model.sync.ChangePage;
import xundang.model.sync.EnrolResponse;
import xundang.model.sync.FeedCursor;
import xundang.model.sync.HelloRequest;
import xundang.model.sync.Limits;

/**
 * Laptops that all come back at the same moment and fetch what they missed. Who is told to come back later does so, after the time that the
 * server named and a wait of its own, as the product's schedule has it. The connections are mostly new, as after an outage.
 */
final class Reconnection {
    private static final int THREADS = 200;
    private static final long SHORTEST_MS = 2_000;
    private static final int TIME_LIMIT_MIN = 20;

    private final ThreadLocal<String> token = new ThreadLocal<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger later = new AtomicInteger();
    private final AtomicInteger other = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final HttpSyncApi api;
    private final FeedCursor left;
    private final int missed;

    /**
     * @param left where they all stood when they were cut off
     * @param missed changes since
     */
    Reconnection(String url, FeedCursor left, int missed) {
        api = new HttpSyncApi(url, token::get);
        this.left = left;
        this.missed = missed;
    }

    /**
     * How it went.
     *
     * @param later answers 429 or 503 that named a time
     * @param other every other refusal, and requests without an answer
     */
    record Outcome(double seconds, int requests, int later, int other, int done) {}

    Outcome run(List<EnrolResponse> devices) throws Exception {
        CountDownLatch settled = new CountDownLatch(devices.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            long begin = System.nanoTime();
            devices.forEach(device -> threads.execute(() -> round(threads, device, 0, settled)));
            if (!settled.await(TIME_LIMIT_MIN, TimeUnit.MINUTES)) {
                threads.shutdownNow();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Outcome(seconds, requests.get(), later.get(), other.get(), done.get());
        }
    }

    private void round(ExecutorService threads, EnrolResponse device, int failures, CountDownLatch settled) {
        token.set(device.token());
        try {
            fetch(device);
            done.incrementAndGet();
            settled.countDown();
        } catch (SyncException e) {
            Duration named = Duration.ZERO;
            if (e.fault() instanceof SyncFault.Busy busy && busy.retryAfter() != null) {
                later.incrementAndGet();
                named = busy.retryAfter();
            } else {
                other.incrementAndGet();
            }
            long own = ThreadLocalRandom.current().nextLong((SHORTEST_MS << Math.min(failures, 8)) + 1);
            Executor then = CompletableFuture.delayedExecutor(named.toMillis() + own, TimeUnit.MILLISECONDS, threads);
            then.execute(() -> round(threads, device, failures + 1, settled));
        }
    }

    private void fetch(EnrolResponse device) {
        requests.incrementAndGet();
        api.hello(new HelloRequest(
                device.deviceId(), "", device.userId(), "bench", List.of(1), 1, left, 0, 0, 0, BenchServer.at()));
        requests.incrementAndGet();
        ChangePage page = api.changes(left, Limits.DEFAULT.page());
        if (page.more() || page.changes().size() != missed) {
            // Not what was missed.
            throw new SyncException(new SyncFault.Unreadable());
        }
    }
}
