package xundang.server.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Only so many at once, only so many waiting, the rest is told when to come back. */
class AdmissionTest {
    @Test
    void whoFindsTheQueueFullIsTurnedAwayWithATime() throws Exception {
        Admission admission = new Admission(1, 0, 10_000);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch mayLeave = new CountDownLatch(1);
        try (ExecutorService one = Executors.newSingleThreadExecutor()) {
            Future<?> busy = one.submit(() -> admission.run(() -> {
                inside.countDown();
                try {
                    mayLeave.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
            inside.await();
            assertThatThrownBy(() -> admission.run(() -> {}))
                    .isInstanceOfSatisfying(ProblemException.class, refused -> {
                        assertThat(refused.problem().status()).isEqualTo(503);
                        assertThat(refused.retryAfterS()).isBetween(5, 30);
                    });
            mayLeave.countDown();
            busy.get();
        }
        admission.run(() -> {});
    }

    @Test
    void whoWaitsTooLongIsTurnedAway() {
        Admission admission = new Admission(0, 1, 1);
        assertThatThrownBy(() -> admission.run(() -> {})).isInstanceOf(ProblemException.class);
    }

    @Test
    void workThatFailsGivesItsPlaceBack() {
        Admission admission = new Admission(1, 0, 1);
        assertThatThrownBy(() -> admission.run(() -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        admission.run(() -> {});
    }
}
