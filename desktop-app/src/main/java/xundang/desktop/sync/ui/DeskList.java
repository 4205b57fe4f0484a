package xundang.desktop.sync.ui;

import java.util.List;
import java.util.concurrent.Callable;
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

/** One list of the sync centre: its lines, whether they were read yet, and what went wrong. Interface's thread. */
final class DeskList<T> {
    private final BackgroundTasks tasks;
    private final Callable<List<T>> source;
    private final ObservableList<T> items = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();

    /** @param source blocking; asked on the store thread */
    DeskList(BackgroundTasks tasks, Callable<List<T>> source) {
        this.tasks = tasks;
        this.source = source;
    }

    /** Reads the lines again. */
    void reload() {
        tasks.store(source, this::show, fault -> {
            loading.set(false);
            error.set(Faults.onReading(fault));
        });
    }

    private void show(List<T> lines) {
        loading.set(false);
        error.set(null);
        if (!lines.equals(items)) {
            items.setAll(lines);
        }
    }

    /** Does what a person decided, then reads again. A decision that could not be kept is said; the list stays as it is. */
    void decide(Runnable decision, Runnable afterwards) {
        tasks.store(
                () -> {
                    decision.run();
                    return source.call();
                },
                lines -> {
                    afterwards.run();
                    show(lines);
                },
                fault -> error.set(Faults.toPerson(fault)));
    }

    ObservableList<T> items() {
        return items;
    }

    ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable PersonError> errorProperty() {
        return error.getReadOnlyProperty();
    }
}
