package xundang.desktop.sync;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import xundang.desktop.platform.db.LocalChange;
import xundang.desktop.platform.db.LocalDatabase;
import xundang.desktop.platform.db.StoreException;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.platform.tasks.BackgroundTasks;

/**
 * Database steps for work that runs on the network thread: each is done on the store thread, in a transaction of its own, and waited for.
 * So no transaction is ever open while a request is under way, and a save never waits for more than one short step.
 */
public final class StoreSteps {
    private final LocalDatabase database;
    private final BackgroundTasks tasks;

    public StoreSteps(LocalDatabase database, BackgroundTasks tasks) {
        this.database = database;
        this.tasks = tasks;
    }

    <T> T read(Function<Tx, T> work) {
        return call(() -> database.read(work));
    }

    /** Writes what the server can give again. */
    <T> T write(Function<Tx, T> work) {
        return call(() -> database.inTransaction(work));
    }

    /** Plans changes and commits them one after the other, all in one step, so that nothing can come between the plan and its effect. */
    boolean commit(Function<Tx, List<LocalChange>> plan) {
        return call(() -> {
            List<LocalChange> changes = database.read(plan);
            changes.forEach(database::commit);
            return !changes.isEmpty();
        });
    }

    /** Runs network work side by side, if the threads are there, and waits for all of it; its first fault goes on to the caller. */
    void sideBySide(List<Runnable> work) {
        tasks.sideBySide(work);
    }

    <T> T call(Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        // Completed by the work itself, not by the callback: the callback needs the interface's thread, which must
        // never be waited for.
        tasks.store(
                () -> {
                    try {
                        done.complete(work.call());
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
            throw new SyncException(new SyncFault.Stopped(), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new StoreException(StoreException.Reason.OTHER, "a store step failed", e);
        }
    }
}
