package xundang.desktop.platform.tasks;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Runs everything at once on the caller's thread, so that a test sees the outcome when the call returns. */
public final class DirectBackgroundTasks implements BackgroundTasks {
    @Override
    public <T> void store(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        run(work, onDone, onFailed);
    }

    @Override
    public <T> void network(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        run(work, onDone, onFailed);
    }

    private static <T> void run(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        T result;
        try {
            result = work.call();
        } catch (Exception e) {
            onFailed.accept(e);
            return;
        }
        onDone.accept(result);
    }
}
