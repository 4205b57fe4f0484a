package xundang.desktop.sync;

import org.jspecify.annotations.Nullable;

/** An exchange with the server did not come about. */
public final class SyncException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SyncFault fault;

    public SyncException(SyncFault fault) {
        this(fault, null);
    }

    public SyncException(SyncFault fault, @Nullable Throwable cause) {
        super(fault.code(), cause);
        this.fault = fault;
    }

    public SyncFault fault() {
        return fault;
    }
}
