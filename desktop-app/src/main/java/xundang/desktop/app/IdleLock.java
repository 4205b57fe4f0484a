package xundang.desktop.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;

/**
 * Locks a window that nobody has touched for ten minutes (trust requirement S8). Time asleep counts: the first touch after it locks, and
 * does nothing else. Interface's thread.
 */
final class IdleLock {
    static final Duration LIMIT = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final Runnable lock;
    private Instant touched;

    IdleLock(Scene scene, InstantSource clock, Runnable lock) {
        this.clock = clock;
        this.lock = lock;
        touched = clock.instant();
        scene.addEventFilter(InputEvent.ANY, event -> {
            if (check()) {
                event.consume();
            }
            touched = clock.instant();
        });
        Timeline watch = new Timeline(new KeyFrame(javafx.util.Duration.seconds(15), ignored -> check()));
        watch.setCycleCount(Animation.INDEFINITE);
        watch.play();
    }

    /** Locks if it is time; says whether it was. */
    boolean check() {
        boolean idle = Duration.between(touched, clock.instant()).compareTo(LIMIT) >= 0;
        if (idle) {
            touched = clock.instant();
            lock.run();
        }
        return idle;
    }
}
