package xundang.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xundang.desktop.testing.OnFx;

class IdleLockTest {
    private final AtomicInteger locked = new AtomicInteger();
    private final AtomicInteger reached = new AtomicInteger();
    private Instant now = Instant.parse("2026-11-21T01:00:00Z");
    private Scene scene;
    private IdleLock idle;

    @BeforeEach
    void show() throws TimeoutException {
        OnFx.start();
        OnFx.run(() -> {
            StackPane root = new StackPane();
            root.addEventHandler(KeyEvent.KEY_PRESSED, key -> reached.incrementAndGet());
            scene = new Scene(root);
            idle = new IdleLock(scene, () -> now, locked::incrementAndGet);
        });
    }

    private void touch() {
        OnFx.run(() -> Event.fireEvent(
                scene.getRoot(), new KeyEvent(KeyEvent.KEY_PRESSED, "a", "a", KeyCode.A, false, false, false, false)));
    }

    private boolean checkAfter(Duration pause) {
        now = now.plus(pause);
        return OnFx.call(() -> idle.check());
    }

    @Test
    void tenMinutesWithoutATouchLockOnce() {
        assertThat(checkAfter(Duration.ofSeconds(599))).isFalse();
        assertThat(checkAfter(Duration.ofSeconds(1))).isTrue();
        assertThat(checkAfter(Duration.ofSeconds(15))).isFalse();
        assertThat(locked).hasValue(1);
    }

    @Test
    void aTouchBeginsTheTenMinutesAnew() {
        assertThat(checkAfter(Duration.ofMinutes(9))).isFalse();
        touch();
        assertThat(checkAfter(Duration.ofMinutes(9))).isFalse();
        assertThat(locked).hasValue(0);
        assertThat(reached).hasValue(1);
    }

    @Test
    void theFirstTouchAfterSleepLocksAndReachesNothing() {
        now = now.plus(Duration.ofHours(8));
        touch();
        assertThat(locked).hasValue(1);
        assertThat(reached).hasValue(0);
    }
}
