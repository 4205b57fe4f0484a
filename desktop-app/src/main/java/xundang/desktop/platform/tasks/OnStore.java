package xundang.desktop.platform.tasks;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A short step on the store thread for work on another thread, waited for. Never from the interface's thread, nor from the store's. */
public final class OnStore {
    private OnStore() {}

    /** The step's outcome, or what it threw; {@link CancellationException} when the waiting thread was interrupted. */
    public static <T> T call(BackgroundTasks tasks, Callable<T> step) {
        CompletableFuture<T> done = new CompletableFuture<>();
        // Completed by the step itself, not by the callback: the callback needs the interface's thread, which must
        // never be waited for.
        tasks.store(
                () -> {
                    try {
                        done.complete(step.call());
                    } catch (Exception e) {
                        done.completeExceptionally(e);
                    }
                    return true;
                },
                ignored -> {},
                done::completeExceptionally);
        try {
            return done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted").initCause(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException("a step on the store thread failed", e);
        }
    }
}
