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
import xundang.desktop.session.Colleagues;
import xundang.desktop.session.EnrolOutcome;
import xundang.desktop.session.LedgerHandle;
import xundang.desktop.session.Sessions;
import xundang.desktop.session.Sessions.Enrolment;

/** First enrolment of this laptop, or of one more person on it. Interface's thread. */
public final class EnrolViewModel {
    private final Way way;
    private final Consumer<LedgerHandle> opened;
    private final Consumer<EnrolOutcome.Joined> joined;
    private final StringProperty server = new SimpleStringProperty("https://");
    private final StringProperty login = new SimpleStringProperty("");
    private final StringProperty code = new SimpleStringProperty("");
    private final StringProperty deviceName = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper removed = new ReadOnlyBooleanWrapper();

    /**
     * @param opened gets the open ledger; it owns it from then on
     */
    public EnrolViewModel(Sessions sessions, BackgroundTasks tasks, Consumer<LedgerHandle> opened) {
        // On the store thread although it waits for the network: it creates the ledger, and before that there is no
        // save
        // that it could delay.
        this.way = (enrolment, password, done, failed) ->
                tasks.store(() -> sessions.enrol(enrolment, password), done, failed);
        this.opened = opened;
        this.joined = ignored -> {};
    }

    /**
     * Enrols into a ledger that is open.
     *
     * @param joined hears who was given a key
     */
    public EnrolViewModel(
            Colleagues colleagues, LedgerHandle open, BackgroundTasks tasks, Consumer<EnrolOutcome.Joined> joined) {
        this.way = (enrolment, password, done, failed) -> tasks.network(
                () -> colleagues.ask(enrolment, password),
                asked -> {
                    switch (asked) {
                        case Colleagues.Asked.Granted granted ->
                            tasks.store(() -> colleagues.admit(open, granted, password), done, failed);
                        case Colleagues.Asked.Failed refused -> done.accept(refused.outcome());
                    }
                },
                failed);
        this.opened = ignored -> {};
        this.joined = joined;
        server.set(open.session().server());
    }

    /** How an enrolment is carried out, away from the interface. */
    @FunctionalInterface
    private interface Way {
        void go(
                Enrolment enrolment,
                char[] password,
                Consumer<? super EnrolOutcome> done,
                Consumer<? super Exception> failed);
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

    /** Says what went wrong before the enrolment came up. */
    public void say(PersonError what) {
        error.set(what);
    }

    /** Says that this laptop has no ledger any more, because somebody wanted that. */
    public void sayRemoved() {
        error.set(null);
        removed.set(true);
    }

    /** True after a ledger was removed, until somebody enrols again. */
    public ReadOnlyBooleanProperty removedProperty() {
        return removed.getReadOnlyProperty();
    }

    /** Enrols; the array is wiped. */
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
        way.go(enrolment, password, this::answered, fault -> {
            busy.set(false);
            error.set(Faults.toPerson(fault));
        });
    }

    private void answered(EnrolOutcome outcome) {
        busy.set(false);
        switch (outcome) {
            case EnrolOutcome.Opened open -> {
                removed.set(false);
                opened.accept(open.ledger());
            }
            case EnrolOutcome.Joined who -> joined.accept(who);
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
            case LEDGER_IS_CLOSED -> PersonError.of("E-ENROL-108", "session.error.joinInside");
            case OTHER_LEDGER -> PersonError.of("E-ENROL-111", "session.error.otherLedger");
            case OTHER -> PersonError.of("E-ENROL-109", "session.error.refused");
        };
    }
}
