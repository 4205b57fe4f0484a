package xundang.desktop.platform.tasks;

/** Background work ended in an {@link Error}. Its cause says which. */
public final class TaskFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TaskFault(Throwable cause) {
        super("background work ended in an error", cause);
    }
}
