package xundang.desktop.sync.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** What happened last, for whoever reads a failing run. */
final class Trace {
    private static final int KEPT = 150;

    private final Deque<String> lines = new ArrayDeque<>();
    private long count;

    @SuppressWarnings("AnnotateFormatMethod") // that annotation is not among the test's libraries
    synchronized void add(String format, Object... arguments) {
        count++;
        lines.add(count + " " + String.format(Locale.ROOT, format, arguments));
        if (lines.size() > KEPT) {
            lines.remove();
        }
    }

    @Override
    public synchronized String toString() {
        return String.join("\n", lines);
    }
}
