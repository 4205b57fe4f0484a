package xundang.desktop.platform.tasks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Work waits in line, one line for each thread, until the test lets it run. */
public final class QueuedBackgroundTasks implements BackgroundTasks {
    private final BackgroundTasks direct = new DirectBackgroundTasks();
    private final Deque<Runnable> store = new ArrayDeque<>();
    private final Deque<Runnable> network = new ArrayDeque<>();
    private final Deque<Runnable> files = new ArrayDeque<>();

    @Override
    public <T> void store(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        store.add(() -> direct.store(work, onDone, onFailed));
    }

    @Override
    public <T> void network(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        network.add(() -> direct.network(work, onDone, onFailed));
    }

    @Override
    public <T> void files(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        files.add(() -> direct.store(work, onDone, onFailed));
    }

    /** The store does all that it was asked, and what follows from it. */
    public void runStore() {
        runAll(store);
    }

    /** The store does the next thing only. */
    public void runStoreOnce() {
        store.remove().run();
    }

    /** Files are read to their end. */
    public void runFiles() {
        runAll(files);
    }

    private static void runAll(Deque<Runnable> line) {
        while (!line.isEmpty()) {
            line.remove().run();
        }
    }
}
