package xundang.desktop.sync.store;

import java.util.List;
import java.util.Locale;
import xundang.model.sync.OpStatus;

/** Column {@code outbox.state}. */
enum OpState {
    /** May still be merged with a later patch; has no number. */
    PENDING,
    /** Its content never changes again; sent or about to be. */
    FROZEN,
    /** In the server's ledger. */
    APPLIED,
    /** Kept by the server beside its own value. */
    CONFLICT,
    /** Refused; this laptop has the only copy. */
    REJECTED,
    /** Kept by the server, not understood yet. */
    HELD;

    static final List<String> OPEN = List.of(PENDING.column(), FROZEN.column());
    static final List<String> ATTENTION = List.of(CONFLICT.column(), REJECTED.column(), HELD.column());

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OpState of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }

    static OpState of(OpStatus answer) {
        return switch (answer) {
            case APPLIED, MERGED, NOOP -> APPLIED;
            case CONFLICT -> CONFLICT;
            case REJECTED -> REJECTED;
            case HELD -> HELD;
        };
    }
}
