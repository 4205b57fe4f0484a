package xundang.desktop.sync;

import java.util.concurrent.CancellationException;

/** Watches work on a file of any length and can end it. Called on the thread that does the work; returns at once. */
public interface FileWatch {
    /** Nobody watches, and it runs to its end. */
    FileWatch UNWATCHED = new FileWatch() {
        @Override
        public void at(long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /**
     * How far it is.
     *
     * @param done bytes of pictures that are through
     * @param total never less than {@code done}
     */
    void at(long done, long total);

    /** Whether the person wants it no more. */
    boolean cancelled();

    /** From here on it is carried to its end, cancelled or not. */
    default void finishing() {}

    /** Throws {@link CancellationException} if the person wants it no more. */
    default void check() {
        if (cancelled()) {
            throw new CancellationException("the person wants it no more");
        }
    }
}
