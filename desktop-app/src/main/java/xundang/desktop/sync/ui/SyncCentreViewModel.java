package xundang.desktop.sync.ui;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.platform.tasks.Subscription;
import xundang.desktop.sync.SyncControl;
import xundang.desktop.sync.SyncControl.QueueEntry;
import xundang.desktop.sync.SyncStatus;

/** The sync centre: status, queue, and the two things that a person can do. Interface's thread. */
public final class SyncCentreViewModel implements AutoCloseable {
    private static final int QUEUE_LIMIT = 10_000;

    private final SyncControl sync;
    private final BackgroundTasks tasks;
    private final ReadOnlyObjectWrapper<SyncStatus> status;
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(true);
    private final ObservableList<QueueEntry> queue = FXCollections.observableArrayList();
    private final Subscription listening;

    public SyncCentreViewModel(SyncControl sync, BackgroundTasks tasks) {
        this.sync = sync;
        this.tasks = tasks;
        status = new ReadOnlyObjectWrapper<>(sync.status());
        listening = sync.onStatus(now -> {
            status.set(now);
            reload();
        });
    }

    /** Reads the queue again. */
    public void reload() {
        tasks.store(
                () -> sync.queue(QUEUE_LIMIT),
                entries -> {
                    loading.set(false);
                    error.set(null);
                    if (!entries.equals(queue)) {
                        queue.setAll(entries);
                    }
                },
                fault -> {
                    loading.set(false);
                    error.set(Faults.onReading(fault));
                });
    }

    public ReadOnlyObjectProperty<SyncStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable PersonError> errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** True until the queue has been read once. */
    public ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    public ObservableList<QueueEntry> queue() {
        return queue;
    }

    /** 立即同步. */
    public void syncNow() {
        sync.syncNow();
    }

    /** The offline switch. */
    public void setOnline(boolean online) {
        sync.setOnline(online);
    }

    @Override
    public void close() {
        listening.close();
    }
}
