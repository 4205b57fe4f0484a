package xundang.desktop.inspection.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one open form has under way, and what of it failed and was not made good since. Interface's thread. */
final class FormWork {
    private final Map<Object, Runnable> failed = new LinkedHashMap<>();
    private int underWay;
    private @Nullable Runnable waiting;

    /** A save, a picture or a submission sets out. */
    void began() {
        underWay++;
    }

    /** It ended well: an earlier failure in the same place is made good. */
    void succeeded(Object place) {
        failed.remove(place);
        ended();
    }

    /** It failed. */
    void failed(Object place, Runnable goThere) {
        failed.put(place, goThere);
        ended();
    }

    /** It ended without anything to be told. */
    void ended() {
        underWay--;
        Runnable next = waiting;
        if (underWay == 0 && next != null) {
            waiting = null;
            next.run();
        }
    }

    /** Runs it now, or once nothing is under way. One thing waits at most. */
    void whenIdle(Runnable next) {
        if (underWay == 0) {
            next.run();
        } else {
            waiting = next;
        }
    }

    /** What waits is given up. */
    void stopWaiting() {
        waiting = null;
    }

    /** The way to the first failure; then all failures count as told. */
    Optional<Runnable> tellFailure() {
        Optional<Runnable> first = failed.values().stream().findFirst();
        failed.clear();
        return first;
    }
}
