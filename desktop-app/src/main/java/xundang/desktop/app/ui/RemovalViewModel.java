package xundang.desktop.app.ui;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.session.Session;
import xundang.desktop.sync.UnsentWork;
import xundang.desktop.sync.UnsentWork.Unsent;

/**
 * 移除本机数据, up to the decision: what would be lost, and the confirmation by typing the ledger's code. Interface's thread. Whether there
 * is unsent work is asked here for the person's sake; it is asked again when nothing can be saved any more.
 */
final class RemovalViewModel {
    /**
     * What is here alone.
     *
     * @param kept none of it, or all of it is in an exported package
     */
    record Standing(Unsent unsent, boolean kept) {}

    private final Session session;
    private final UnsentWork work;
    private final BackgroundTasks tasks;
    private final Runnable remove;
    private final ReadOnlyObjectWrapper<@Nullable Standing> standing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper confirmed = new ReadOnlyBooleanWrapper();
    private final StringProperty typed = new SimpleStringProperty("");

    /** @param remove does it; the screen is gone then */
    RemovalViewModel(Session session, UnsentWork work, BackgroundTasks tasks, Runnable remove) {
        this.session = session;
        this.work = work;
        this.tasks = tasks;
        this.remove = remove;
        typed.subscribe(this::judge);
        standing.subscribe(this::judge);
    }

    /** Looks what is here alone. */
    void load() {
        error.set(null);
        tasks.store(
                () -> new Standing(work.unsent(), work.mayLeave()),
                standing::set,
                fault -> error.set(Faults.onReading(fault)));
    }

    private void judge() {
        Standing now = standing.get();
        confirmed.set(now != null && now.kept() && typed.get().strip().equalsIgnoreCase(session.ledgerCode()));
    }

    Session session() {
        return session;
    }

    /** What is here alone; null until it was looked at. */
    ReadOnlyObjectProperty<@Nullable Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable PersonError> errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** The confirmation as it is typed. */
    StringProperty typedProperty() {
        return typed;
    }

    /** True once nothing would be lost and the ledger's code is typed. */
    ReadOnlyBooleanProperty confirmedProperty() {
        return confirmed.getReadOnlyProperty();
    }

    /** Removes the ledger; does nothing until it is confirmed. */
    void remove() {
        if (confirmed.get()) {
            remove.run();
        }
    }
}
