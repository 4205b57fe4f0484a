package xundang.desktop.sync;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.tasks.Subscription;

/** What the interface may ask of sync. Returns at once; the work happens on the network thread. */
public interface SyncControl {
    /** The present status. */
    SyncStatus status();

    /** Calls back after every change of the status, on the interface's thread, until the returned handle is closed. */
    Subscription onStatus(Consumer<? super SyncStatus> listener);

    /** Starts a round of sync now; does nothing while one runs or while switched off. */
    void syncNow();

    /** Switches the network use off (暂停) or on; F5 and the timer respect it. Remembered over a restart. */
    void setOnline(boolean online);

    /**
     * 仅传记录: pictures are neither sent nor fetched while the person says that this network is metered; records go on. A picture that is
     * under way stops after its present piece. Remembered over a restart.
     */
    void setRecordsOnly(boolean recordsOnly);

    /** The queue in order, newest answers included. Blocking; on the store thread only. */
    List<QueueEntry> queue(int limit);

    /**
     * One line of the sync centre.
     *
     * @param what e.g. {@code inspection.create}
     * @param title number and name of the touched asset, if known
     * @param reason the server's reason in plain Chinese when attention is needed
     */
    record QueueEntry(
            UUID opId,
            String what,
            String title,
            RecordSyncState state,
            @Nullable String reason) {}
}
