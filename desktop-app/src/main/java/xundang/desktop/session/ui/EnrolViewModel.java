package xundang.desktop.session.ui;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
import xundang.desktop.session.EnrolOutcome;
import xundang.desktop.session.LedgerHandle;
import xundang.desktop.session.Sessions;
import xundang.desktop.session.Sessions.Enrolment;

/** First enrolment of this laptop, or of one more person on it. Interface's thread. */
public final class EnrolViewModel {
    private final Sessions sessions;
    private final BackgroundTasks tasks;
    private final Consumer<LedgerHandle> opened;
    private final StringProperty server = new SimpleStringProperty("https://");
    private final StringProperty login = new SimpleStringProperty("");
    private final StringProperty code = new SimpleStringProperty("");
    private final StringProperty deviceName = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /**
     * @param opened gets the open ledger; it owns it from then on
     */
    public EnrolViewModel(Sessions sessions, BackgroundTasks tasks, Consumer<LedgerHandle> opened) {
        this.sessions = sessions;
        this.tasks = tasks;
        this.opened = opened;
    }

    public StringProperty serverProperty() {
        return server;
    }

    public StringProperty loginProperty() {
        return login;
    }

    public StringProperty codeProperty() {
        return code;
    }

    public StringProperty deviceNameProperty() {
        return deviceName;
    }

    public ReadOnlyObjectProperty<@Nullable PersonError> errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** True while the server is asked. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /**
     * Enrols. It runs on the store thread although it waits for the network: it creates the ledger, and before that there is no save that
     * it could delay.
     */
    public void enrol(char[] password) {
        if (busy.get()) {
            return;
        }
        Enrolment enrolment = new Enrolment(
                server.get().strip(),
                login.get().strip(),
                code.get().strip(),
                deviceName.get().strip());
        boolean gap = Stream.of(enrolment.server(), enrolment.login(), enrolment.code(), enrolment.deviceName())
                .anyMatch(String::isEmpty);
        if (gap || password.length == 0) {
            error.set(PersonError.of("E-ENROL-101", "session.error.gap"));
            return;
        }
        busy.set(true);
        error.set(null);
        tasks.store(() -> sessions.enrol(enrolment, password), this::answered, fault -> {
            busy.set(false);
            error.set(Faults.toPerson(fault));
        });
    }

    private void answered(EnrolOutcome outcome) {
        busy.set(false);
        switch (outcome) {
            case EnrolOutcome.Opened open -> opened.accept(open.ledger());
            case EnrolOutcome.Refused refused -> error.set(refusal(refused.reason()));
            case EnrolOutcome.Unreachable away ->
                error.set(new PersonError(
                        "E-ENROL-110",
                        "session.error.unreachable",
                        List.of(server.get().strip())));
            case EnrolOutcome.FolderNotWritable folder ->
                error.set(PersonError.of("E-LOGIN-104", "session.error.folder", folder.folder()));
            case EnrolOutcome.InUse used ->
                error.set(PersonError.of("E-LOGIN-103", "session.error.inUse", used.holder()));
        }
    }

    private static PersonError refusal(EnrolOutcome.Reason reason) {
        return switch (reason) {
            case WRONG_ACCOUNT_OR_PASSWORD -> PersonError.of("E-ENROL-102", "session.error.account");
            case CODE_UNKNOWN -> PersonError.of("E-ENROL-103", "session.error.codeUnknown");
            case CODE_EXPIRED -> PersonError.of("E-ENROL-104", "session.error.codeExpired");
            case CODE_USED -> PersonError.of("E-ENROL-105", "session.error.codeUsed");
            case LOCKED -> PersonError.of("E-ENROL-106", "session.error.locked");
            case PLAIN_HTTP_NOT_ALLOWED -> PersonError.of("E-ENROL-107", "session.error.plainHttp");
            case OTHER -> PersonError.of("E-ENROL-109", "session.error.refused");
        };
    }
}
