package xundang.server.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Several commits share one forcing of the disk, and none returns before its own is covered. */
class GroupCommitTest {
    private final H2Durability durability = new H2Durability();

    @Test
    void whoCommitsWhileTheDiskIsBusySharesTheNextCheckpoint() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        H2Durability.Checkpoint checkpoint = () -> {
            if (runs.incrementAndGet() == 1) {
                first.countDown();
                await(mayEnd);
            }
        };
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            long leader = durability.committed();
            all.add(writers.submit(() -> {
                durability.await(leader, checkpoint);
                return null;
            }));
            first.await();
            for (int i = 0; i < 20; i++) {
                long ticket = durability.committed();
                all.add(writers.submit(() -> {
                    durability.await(ticket, checkpoint);
                    return null;
                }));
            }
            mayEnd.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(runs).hasValueBetween(2, 3);
        assertThat(durability.checkpoints()).isEqualTo(runs.get());
    }

    @Test
    void aCheckpointThatBeganBeforeTheCommitDoesNotCoverIt() throws Exception {
        AtomicLong during = new AtomicLong();
        long early = durability.committed();
        durability.await(early, () -> during.set(durability.committed()));
        AtomicInteger runs = new AtomicInteger();
        durability.await(during.get(), runs::incrementAndGet);
        assertThat(runs).hasValue(1);
        durability.await(early, runs::incrementAndGet);
        assertThat(runs).hasValue(1);
    }

    @Test
    void afterACheckpointThatFailedNothingIsCalledDurableAnyMore() {
        long ticket = durability.committed();
        assertThatThrownBy(() -> durability.await(ticket, () -> {
                    throw new SQLException("disk");
                }))
                .isInstanceOf(SQLException.class);
        AtomicInteger runs = new AtomicInteger();
        assertThatThrownBy(() -> durability.await(ticket, runs::incrementAndGet))
                .isInstanceOf(SQLException.class);
        assertThat(runs).hasValue(0);
    }

    @Test
    void aCheckpointThatEndsWithAProgrammingErrorCoversNothing() {
        long ticket = durability.committed();
        assertThatThrownBy(() -> durability.await(ticket, () -> {
                    throw new IllegalStateException("unexpected");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> durability.await(ticket, () -> {})).isInstanceOf(SQLException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
