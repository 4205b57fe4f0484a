package xundang.desktop.platform.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaptopTasksTest {
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final LaptopTasks tasks = new LaptopTasks(Runnable::run);

    @AfterEach
    void close() {
        tasks.close();
    }

    private Object next() throws InterruptedException {
        return heard.poll(30, TimeUnit.SECONDS);
    }

    @Test
    void storeWorkIsDoneInTheOrderOfTheCalls() {
        for (int i = 0; i < 100; i++) {
            int number = i;
            tasks.store(() -> number, heard::add, heard::add);
        }
        tasks.close();
        assertThat(List.copyOf(heard)).isEqualTo(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void aStalledNetworkDoesNotDelayTheStore() throws InterruptedException {
        CountDownLatch stalled = new CountDownLatch(1);
        tasks.network(() -> stalled.await(60, TimeUnit.SECONDS), done -> {}, failed -> {});
        tasks.store(() -> "saved", heard::add, heard::add);
        assertThat(next()).isEqualTo("saved");
    }

    @Test
    void aFileThatIsNeverReadDelaysNeitherTheStoreNorTheNetworkNorAnotherFile() throws InterruptedException {
        CountDownLatch dead = new CountDownLatch(1);
        tasks.files(() -> dead.await(60, TimeUnit.SECONDS), done -> {}, failed -> {});
        tasks.store(() -> "saved", heard::add, heard::add);
        assertThat(next()).isEqualTo("saved");
        tasks.network(() -> "sent", heard::add, heard::add);
        assertThat(next()).isEqualTo("sent");
        tasks.files(() -> "read", heard::add, heard::add);
        assertThat(next()).isEqualTo("read");
    }

    @Test
    void anExceptionReachesOnFailed() throws InterruptedException {
        IllegalStateException fault = new IllegalStateException("fault");
        tasks.store(
                () -> {
                    throw fault;
                },
                heard::add,
                heard::add);
        assertThat(next()).isSameAs(fault);
    }

    @Test
    void evenAnErrorReachesOnFailedAndTheThreadGoesOn() throws InterruptedException {
        tasks.store(
                () -> {
                    throw new StackOverflowError();
                },
                heard::add,
                heard::add);
        assertThat(next())
                .isInstanceOfSatisfying(
                        TaskFault.class, fault -> assertThat(fault).hasCauseInstanceOf(StackOverflowError.class));
        tasks.store(() -> "next", heard::add, heard::add);
        assertThat(next()).isEqualTo("next");
    }

    @Test
    void closingDrainsTheStoreAndInterruptsTheNetwork() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        tasks.network(
                () -> {
                    begun.countDown();
                    new CountDownLatch(1).await();
                    return "never";
                },
                heard::add,
                failed -> heard.add("interrupted"));
        tasks.network(() -> "queued", heard::add, failed -> heard.add("refused"));
        tasks.store(() -> "stored", heard::add, heard::add);
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        tasks.close();
        assertThat(heard).containsExactlyInAnyOrder("interrupted", "refused", "stored");
    }

    @Test
    void workAfterClosingEndsInOnFailed() throws InterruptedException {
        tasks.close();
        tasks.store(() -> "late", heard::add, heard::add);
        assertThat(next()).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aTickThatThrowsIsFollowedByTheNext() throws InterruptedException {
        Subscription ticking = tasks.every(Duration.ofMillis(1), () -> {
            heard.add("tick");
            throw new IllegalStateException("tick");
        });
        assertThat(List.of(next(), next(), next())).containsOnly("tick");
        ticking.close();
    }
}
