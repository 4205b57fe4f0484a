package xundang.desktop.sync.ui;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.platform.tasks.Subscription;
import xundang.desktop.sync.LocalCopies;
import xundang.desktop.sync.SyncControl;
import xundang.desktop.sync.SyncControl.QueueEntry;
import xundang.desktop.sync.SyncDesk;
import xundang.desktop.sync.SyncDesk.Receipt;
import xundang.desktop.sync.SyncStatus;
import xundang.desktop.sync.UnsentWork;

/** The sync centre: status, its sections, and what a person can do about the network. Interface's thread. */
public final class SyncCentreViewModel implements AutoCloseable {
    /** The sections in the order of their tabs. */
    public enum Section {
        /** 队列. */
        QUEUE,
        /** 需处理. */
        REFUSED,
        /** 分歧. */
        CONFLICTS,
        /** 回执. */
        RECEIPTS,
        /** 本机存储. */
        STORAGE
    }

    private static final int QUEUE_LIMIT = 10_000;
    private static final int RECEIPT_LIMIT = 500;

    private final SyncControl sync;
    private final ReadOnlyObjectWrapper<SyncStatus> status;
    private final ObjectProperty<Section> section = new SimpleObjectProperty<>(Section.QUEUE);
    private final DeskList<QueueEntry> queue;
    private final DeskList<Receipt> receipts;
    private final RefusedViewModel refused;
    private final ConflictsViewModel conflicts;
    private final StorageViewModel storage;
    private final Subscription listening;

    public SyncCentreViewModel(
            SyncControl sync,
            SyncDesk desk,
            LocalCopies copies,
            UnsentWork unsent,
            BackgroundTasks tasks,
            InstantSource clock) {
        this.sync = sync;
        status = new ReadOnlyObjectWrapper<>(sync.status());
        queue = new DeskList<>(tasks, () -> sync.queue(QUEUE_LIMIT));
        receipts = new DeskList<>(tasks, () -> desk.receipts(RECEIPT_LIMIT));
        refused = new RefusedViewModel(desk, tasks);
        conflicts = new ConflictsViewModel(desk, tasks);
        storage = new StorageViewModel(copies, unsent, tasks, clock);
        listening = sync.onStatus(now -> {
            SyncStatus before = status.get();
            status.set(now);
            if (!sameLists(before, now)) {
                reload();
            }
        });
    }

    /** While a transfer only moves on, no list changes; reading them each second would cost more than the transfer. */
    private static boolean sameLists(SyncStatus before, SyncStatus now) {
        return before.recordsWaiting() == now.recordsWaiting()
                && before.photosWaiting() == now.photosWaiting()
                && before.needsAttention() == now.needsAttention()
                && before.connection() == now.connection()
                && Objects.equals(before.lastContact(), now.lastContact());
    }

    /** Reads all sections again; what is being typed stays. */
    public void reload() {
        queue.reload();
        refused.list().reload();
        conflicts.reload();
        receipts.reload();
        storage.reload();
    }

    public ReadOnlyObjectProperty<SyncStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** The section that is shown; remembered while the ledger is open. */
    public ObjectProperty<Section> sectionProperty() {
        return section;
    }

    /** The next section, or the previous one; after the last comes the first. */
    public void step(int by) {
        List<Section> all = List.of(Section.values());
        section.set(all.get(Math.floorMod(all.indexOf(section.get()) + by, all.size())));
    }

    /** Shows one conflict. */
    public void showConflict(UUID conflict) {
        section.set(Section.CONFLICTS);
        conflicts.want(conflict);
    }

    /** What went wrong with the queue. */
    public ReadOnlyObjectProperty<@Nullable PersonError> errorProperty() {
        return queue.errorProperty();
    }

    /** True until the queue has been read once. */
    public ReadOnlyBooleanProperty loadingProperty() {
        return queue.loadingProperty();
    }

    public ObservableList<QueueEntry> queue() {
        return queue.items();
    }

    DeskList<QueueEntry> queueList() {
        return queue;
    }

    DeskList<Receipt> receipts() {
        return receipts;
    }

    /** 需处理. */
    public RefusedViewModel refused() {
        return refused;
    }

    /** 分歧. */
    public ConflictsViewModel conflicts() {
        return conflicts;
    }

    /** 本机存储. */
    public StorageViewModel storage() {
        return storage;
    }

    /** 立即同步. */
    public void syncNow() {
        sync.syncNow();
    }

    /** The pause switch. */
    public void setOnline(boolean online) {
        sync.setOnline(online);
    }

    /** 仅传记录. */
    public void setRecordsOnly(boolean recordsOnly) {
        sync.setRecordsOnly(recordsOnly);
    }

    @Override
    public void close() {
        listening.close();
    }
}
