package xundang.desktop.platform.tasks;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Runs work away from the interface and brings the outcome back to it. Every piece of work is called exactly once and ends in exactly
 * one of its two callbacks, both on the interface's thread.
 *
 * <p>There is one store thread, so database steps never overlap, and one network thread, so that a stalled upload cannot delay a save.
 */
public interface BackgroundTasks {
    /** Work that touches the local database. In the order of the calls. */
    <T> void store(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed);

    /** Work that may wait for the network. It must not touch the database; it hands such steps to the store thread. */
    <T> void network(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed);

    /**
     * Work that reads a file from anywhere and may never end, should a share be dead; it touches neither the database nor the network of
     * ours, and nobody may wait for it. Without threads of its own, on the network's.
     */
    default <T> void files(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        network(work, onDone, onFailed);
    }

    /**
     * Runs parts of one piece of network work at the same time, as far as there are threads for it, and returns when all have ended; then
     * the first fault, if any, is thrown. Called on the network thread. Without threads of its own, one part after the other on the
     * caller's.
     */
    default void sideBySide(List<Runnable> parts) {
        parts.forEach(Runnable::run);
    }
}
