package xundang.desktop.session.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.session.LedgerHandle;
import xundang.desktop.session.Sessions;
import xundang.desktop.session.Sessions.Person;
import xundang.desktop.session.UnlockOutcome;

/** Offline log-in: who, and the password. Interface's thread. */
public final class LoginViewModel {
    private final Sessions sessions;
    private final BackgroundTasks tasks;
    private final Consumer<LedgerHandle> opened;
    private final ObservableList<Person> people = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Person> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /**
     * @param opened gets the open ledger; it owns it from then on
     */
    public LoginViewModel(Sessions sessions, BackgroundTasks tasks, Consumer<LedgerHandle> opened) {
        this.sessions = sessions;
        this.tasks = tasks;
        this.opened = opened;
    }

    /** Reads who can log in; {@code onFresh} is called when nobody can, because the laptop is new. */
    public void load(Runnable onFresh) {
        tasks.store(sessions::people, found -> loaded(found, onFresh), fault -> error.set(Faults.onReading(fault)));
    }

    private void loaded(List<Person> found, Runnable onFresh) {
        people.setAll(found);
        Person known = chosen.get();
        if (found.isEmpty()) {
            chosen.set(null);
            onFresh.run();
        } else if (known == null || !found.contains(known)) {
            chosen.set(found.getFirst());
        }
    }

    public ObservableList<Person> people() {
        return people;
    }

    /** Whether the system's keyring guards this laptop's share of the key. */
    public boolean usesKeyring() {
        return sessions.usesKeyring();
    }

    /** Who is logging in. */
    public ObjectProperty<@Nullable Person> chosenProperty() {
        return chosen;
    }

    public ReadOnlyObjectProperty<@Nullable PersonError> errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** True while the key is being derived. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Says what went wrong before the log-in came back. */
    public void say(PersonError what) {
        error.set(what);
    }

    /** Another person cannot join while the ledger is closed: its key is wrapped for those who are enrolled, and one of them has to open it. */
    public void explainJoining() {
        error.set(PersonError.of("E-ENROL-108", "session.error.joinInside"));
    }

    /** Tries to open; the array is wiped by the session service. A second call while one runs does nothing. */
    public void open(char[] password) {
        Optional<Person> person = Optional.ofNullable(chosen.get());
        if (person.isEmpty() || busy.get()) {
            return;
        }
        busy.set(true);
        error.set(null);
        tasks.store(() -> sessions.unlock(person.get().id(), password), this::answered, this::failed);
    }

    private void answered(UnlockOutcome outcome) {
        busy.set(false);
        switch (outcome) {
            case UnlockOutcome.Opened open -> opened.accept(open.ledger());
            case UnlockOutcome.WrongPassword wrong ->
                error.set(PersonError.of("E-LOGIN-101", "session.error.wrongPassword", wrong.triesBeforeDelay()));
            case UnlockOutcome.TryLater later ->
                error.set(PersonError.of(
                        "E-LOGIN-102",
                        "session.error.tryLater",
                        Math.max(1, later.delay().toSeconds())));
            case UnlockOutcome.InUse used ->
                error.set(PersonError.of("E-LOGIN-103", "session.error.inUse", used.holder()));
            case UnlockOutcome.FolderNotWritable folder ->
                error.set(PersonError.of("E-LOGIN-104", "session.error.folder", folder.folder()));
            case UnlockOutcome.NewerVersion ignored -> error.set(PersonError.of("E-LOGIN-105", "session.error.newer"));
            case UnlockOutcome.Damaged damaged ->
                error.set(PersonError.of(
                        damaged.code(),
                        damaged.code().startsWith("E-KEY-") ? "session.error.key" : "session.error.damaged"));
        }
    }

    private void failed(Exception fault) {
        busy.set(false);
        error.set(Faults.toPerson(fault));
    }
}
