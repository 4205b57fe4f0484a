package xundang.desktop.platform.db;

/** The local store could not do what was asked. Nothing that was acknowledged is lost. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of fault it is, for the person's message. */
    public enum Reason {
        DISK_FULL,
        READ_ONLY,
        DAMAGED,
        CLOSED,
        OTHER
    }

    private final Reason reason;

    public StoreException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public StoreException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
