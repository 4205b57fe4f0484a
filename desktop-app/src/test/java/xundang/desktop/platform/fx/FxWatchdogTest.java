package xundang.desktop.platform.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import xundang.desktop.testing.OnFx;

class FxWatchdogTest {
    @BeforeAll
    static void startToolkit() throws TimeoutException {
        OnFx.start();
    }

    @Test
    void aStallIsReportedOnceWithItsStack() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
                FxWatchdog watchdog = new FxWatchdog(timer, Duration.ofMillis(50))) {
            OnFx.run(() -> {});
            var blocked = WaitForAsyncUtils.asyncFx(() -> release.await(30, TimeUnit.SECONDS));
            WaitForAsyncUtils.waitFor(
                    30, TimeUnit.SECONDS, () -> !watchdog.stalls().isEmpty());
            release.countDown();
            OnFx.run(() -> {});
            assertThat(watchdog.stalls()).first().satisfies(stall -> {
                assertThat(stall.noticedAfter()).isGreaterThan(Duration.ofMillis(50));
                assertThat(stall.stack())
                        .anySatisfy(frame -> assertThat(frame.getMethodName()).isEqualTo("await"));
            });
        }
    }
}
