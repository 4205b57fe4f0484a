package xundang.desktop.sync;

import java.util.UUID;
import xundang.desktop.platform.db.Tx;

/** Where things stand on their way to the server, for features that show it. Store thread only. */
@FunctionalInterface
public interface SyncStates {
    /**
     * The state of everything that was queued for a subject, the furthest-behind part counting: a refusal first, then what waits, then
     * what was sent; held by the server only when all records are applied and all pictures stored. A subject that has queued nothing is
     * {@link RecordSyncState#SAVED_HERE}; one that came from the server needs no question.
     */
    RecordSyncState stateOf(Tx tx, UUID subject);
}
