package xundang.desktop.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import xundang.desktop.platform.tasks.Subscription;
import xundang.desktop.sync.RecordSyncState;
import xundang.desktop.sync.SyncControl;
import xundang.desktop.sync.SyncStatus;

/** A sync whose status and queue are whatever a test says. */
public final class FixedSync implements SyncControl {
    public SyncStatus status =
            new SyncStatus(SyncStatus.Connection.OFF, 3, 14, 5, Instant.parse("2026-11-21T02:42:00Z"), 200L, null);
    public List<QueueEntry> entries = new ArrayList<>(List.of(
            entry(1, "inspection.create", "UPS-000006 GE SG300P 300KVA", RecordSyncState.QUEUED, null),
            entry(2, "photo.attach", "UPS-000006 GE SG300P 300KVA", RecordSyncState.QUEUED, null),
            entry(3, "photo.attach", "UPS-000006 GE SG300P 300KVA", RecordSyncState.SENT, null),
            entry(
                    4,
                    "inspection.create",
                    "UPS-000013 LP15-31",
                    RecordSyncState.NEEDS_ATTENTION,
                    "服务器拒收：该设备已报废（E-SYNC-214）。内容仍在本机，可修改后重发。"),
            entry(5, "inspection.create", "UPS-000011 GE SG300P 300KVA", RecordSyncState.HELD_BY_SERVER, null)));
    public int rounds;
    public RuntimeException fault;
    private final List<Consumer<? super SyncStatus>> listeners = new ArrayList<>();

    private static QueueEntry entry(int number, String what, String title, RecordSyncState state, String reason) {
        return new QueueEntry(new UUID(0, number), what, title, state, reason);
    }

    @Override
    public SyncStatus status() {
        return status;
    }

    @Override
    public Subscription onStatus(Consumer<? super SyncStatus> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The status changes. */
    public void become(SyncStatus now) {
        status = now;
        List.copyOf(listeners).forEach(listener -> listener.accept(now));
    }

    @Override
    public void syncNow() {
        rounds++;
    }

    @Override
    public void setOnline(boolean online) {
        SyncStatus.Connection connection = online ? SyncStatus.Connection.REACHED : SyncStatus.Connection.OFF;
        become(new SyncStatus(
                connection,
                status.recordsWaiting(),
                status.photosWaiting(),
                status.needsAttention(),
                status.lastContact(),
                status.clockOffsetMs(),
                null));
    }

    @Override
    public void setRecordsOnly(boolean recordsOnly) {
        become(new SyncStatus(
                status.connection(),
                status.recordsWaiting(),
                status.photosWaiting(),
                status.needsAttention(),
                status.lastContact(),
                status.clockOffsetMs(),
                status.problemCode(),
                recordsOnly,
                status.transfer()));
    }

    @Override
    public List<QueueEntry> queue(int limit) {
        if (fault != null) {
            throw fault;
        }
        return entries.stream().limit(limit).toList();
    }
}
