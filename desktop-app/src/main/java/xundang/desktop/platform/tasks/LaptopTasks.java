package xundang.desktop.platform.tasks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The client's three threads: store, network, timer; and some daemons, for parts of the network thread's work and for
 * files that may never be read to their end. Work that is refused because of the shutdown ends in {@code onFailed} like any other fault.
 */
public final class LaptopTasks implements BackgroundTasks, Ticker, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LaptopTasks.class);

    /** A call that does not notice its interruption within this time is left behind; the network thread is a daemon. */
    private static final Duration NETWORK_STOP = Duration.ofSeconds(10);

    private final Executor ui;
    private final ExecutorService store = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("xundang-store").daemon(false).factory());
    private final ExecutorService network = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("xundang-network").daemon(true).factory());
    private final ExecutorService lanes = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("xundang-lane-", 0).daemon(true).factory());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("xundang-timer").daemon(true).factory());

    /** {@code ui} runs callbacks on the interface's thread, in order. */
    public LaptopTasks(Executor ui) {
        this.ui = ui;
    }

    @Override
    public <T> void store(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        submit(store, new Job<>(work, onDone, onFailed));
    }

    @Override
    public <T> void network(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        submit(network, new Job<>(work, onDone, onFailed));
    }

    @Override
    public <T> void files(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        submit(lanes, new Job<>(work, onDone, onFailed));
    }

    /** The first part runs on the caller's thread, each other one on a thread of its own; callers keep the parts few. */
    @Override
    public void sideBySide(List<Runnable> parts) {
        List<Future<?>> others = new ArrayList<>();
        RuntimeException fault = null;
        try {
            for (Runnable part : parts.subList(Math.min(1, parts.size()), parts.size())) {
                others.add(lanes.submit(part));
            }
            if (!parts.isEmpty()) {
                parts.getFirst().run();
            }
        } catch (RuntimeException e) {
            fault = e;
        }
        for (Future<?> other : others) {
            fault = firstOf(fault, other);
        }
        if (fault != null) {
            throw fault;
        }
    }

    /**
     * Waits for a part to end, also when the caller is interrupted meanwhile: no part may go on after its caller has returned. What ends a
     * part early is the stop sign that it looks at itself.
     */
    private static @Nullable RuntimeException firstOf(@Nullable RuntimeException earlier, Future<?> part) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    part.get();
                    return earlier;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    RuntimeException own = e.getCause() instanceof RuntimeException known ? known : new TaskFault(e);
                    return earlier == null ? own : earlier;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A tick that throws is logged; the next one still comes. */
    @Override
    public Subscription every(Duration period, Runnable tick) {
        ScheduledFuture<?> repeated = timer.scheduleWithFixedDelay(
                () -> callBack(tick), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
        return () -> repeated.cancel(false);
    }

    private static void submit(ExecutorService thread, Job<?> job) {
        try {
            thread.execute(job);
        } catch (RejectedExecutionException e) {
            job.refuse(e);
        }
    }

    /** One piece of work with its two endings. */
    private final class Job<T> implements Runnable {
        private final Callable<T> work;
        private final Consumer<? super T> onDone;
        private final Consumer<? super Exception> onFailed;

        Job(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
            this.work = work;
            this.onDone = onDone;
            this.onFailed = onFailed;
        }

        @Override
        public void run() {
            T result;
            try {
                result = work.call();
            } catch (Exception e) {
                refuse(e);
                return;
            } catch (Throwable fault) {
                LOG.error("background work ended in {}", fault.getClass().getName());
                refuse(new TaskFault(fault));
                return;
            }
            callBack(() -> onDone.accept(result));
        }

        void refuse(Exception why) {
            callBack(() -> onFailed.accept(why));
        }
    }

    private void callBack(Runnable callback) {
        try {
            ui.execute(() -> {
                try {
                    callback.run();
                } catch (RuntimeException e) {
                    LOG.error("a callback on the interface's thread failed", e);
                }
            });
        } catch (RuntimeException e) {
            LOG.error("the interface takes no more callbacks", e);
        }
    }

    /**
     * Stops in this order: timer, network (interrupted), store (everything queued is still done). Returns when the store thread is idle
     * for good. Not to be called on one of these threads.
     */
    @Override
    public void close() {
        timer.shutdownNow();
        lanes.shutdownNow();
        for (Runnable never : network.shutdownNow()) {
            ((Job<?>) never).refuse(new RejectedExecutionException("the program is closing"));
        }
        try {
            if (!network.awaitTermination(NETWORK_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the network thread did not stop in time and is left behind");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        store.close();
    }
}
