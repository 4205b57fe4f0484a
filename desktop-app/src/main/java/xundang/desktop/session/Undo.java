package xundang.desktop.session;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Steps that take back what was opened, unless everything went well. Last one first. */
final class Undo implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Undo.class);

    private final Deque<Step> steps = new ArrayDeque<>();

    /** One step. */
    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }

    void add(Step step) {
        steps.push(step);
    }

    /** Everything went well: nothing is taken back. */
    void keep() {
        steps.clear();
    }

    /** Tries every step, whatever the others did; the fault that led here is the one to report. */
    @Override
    public void close() {
        for (Step step : steps) {
            try {
                step.run();
            } catch (IOException | RuntimeException e) {
                LOG.warn("closing what was opened failed", e);
            }
        }
        steps.clear();
    }
}
