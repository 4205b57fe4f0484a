package xundang.desktop.app;

import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.app.ui.Shell;
import xundang.desktop.platform.db.StoreFaults;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.theme.Appearance;
import xundang.desktop.session.Colleagues;
import xundang.desktop.session.LedgerHandle;
import xundang.desktop.session.RemoveOutcome;
import xundang.desktop.session.Sessions;
import xundang.desktop.session.ui.EnrolView;
import xundang.desktop.session.ui.EnrolViewModel;
import xundang.desktop.session.ui.LeavingView;
import xundang.desktop.session.ui.LoginView;
import xundang.desktop.session.ui.LoginViewModel;
import xundang.desktop.sync.UnsentWork;
import xundang.desktop.tag.TagReader;

/** The one window: log-in or enrolment first, then the shell around the open ledger. Interface's thread. */
public final class DesktopWindow {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopWindow.class);
    private static final double WIDTH = 1366;
    private static final double HEIGHT = 768;

    private final Stage stage;
    private final Function<LedgerHandle, LedgerServices> services;
    private final UiContext context;
    private final TagReader tags;
    private final Appearance appearance = new Appearance();
    private final StackPane root = new StackPane();
    private final Scene scene = new Scene(root, WIDTH, HEIGHT);
    private final LoginViewModel login;
    private final EnrolViewModel enrolment;
    private final IdleLock idle;
    private final Sessions sessions;
    private @Nullable Shell shell;
    private @Nullable LedgerHandle open;

    /**
     * @param services opens the services of a ledger; called once per log-in, on the interface's thread, so it must not block
     * @param context words, background work and the picture chooser
     */
    public DesktopWindow(
            Stage stage,
            Sessions sessions,
            Function<LedgerHandle, LedgerServices> services,
            UiContext context,
            TagReader tags) {
        this.stage = stage;
        this.sessions = sessions;
        this.services = services;
        this.context = context;
        this.tags = tags;
        login = new LoginViewModel(sessions, context.tasks(), this::opened);
        enrolment = new EnrolViewModel(sessions, context.tasks(), this::opened);
        appearance.dress(scene);
        stage.titleProperty().bind(context.texts().bind("app.title"));
        stage.setMinWidth(1024);
        stage.setMinHeight(640);
        stage.setScene(scene);
        idle = new IdleLock(scene, context.texts().clock(), this::lock);
        context.texts().languageProperty().subscribe((before, after) -> rebuildEntry());
    }

    /** Shows the window with the log-in, or with the enrolment on a fresh laptop. */
    public void show() {
        entry();
        stage.show();
    }

    private void showLogin() {
        LoginView view = new LoginView(login, context.texts(), this::enrolFromOutside);
        put(view);
        view.focus();
    }

    /** On a laptop that has a ledger a further person joins from inside. */
    private void enrolFromOutside() {
        if (login.people().isEmpty()) {
            showEnrolment();
        } else {
            login.explainJoining();
        }
    }

    private void showEnrolment() {
        EnrolView view =
                new EnrolView(enrolment, context.texts(), !login.people().isEmpty(), this::showLogin);
        put(view);
        view.focus();
    }

    private void rebuildEntry() {
        if (shell != null) {
            return;
        }
        if (root.getChildren().stream().anyMatch(EnrolView.class::isInstance)) {
            showEnrolment();
        } else {
            showLogin();
        }
    }

    private void opened(LedgerHandle ledger) {
        open = ledger;
        LedgerServices opened = services.apply(ledger);
        Shell inside = new Shell(ledger, opened, context, tags, appearance);
        inside.offer(this::lock, () -> enrolInside(inside, ledger), () -> removeLedger(opened.unsent()));
        shell = inside;
        put(inside);
        inside.start();
    }

    private void enrolInside(Shell inside, LedgerHandle ledger) {
        if (sessions instanceof Colleagues colleagues) {
            EnrolViewModel joining = new EnrolViewModel(colleagues, ledger, context.tasks(), joined -> {
                if (joined.self()) {
                    // The server knows this person as another device from now on; the open session is still the old
                    // one.
                    lock();
                } else {
                    inside.joined(joined.name());
                }
            });
            inside.enrol(new EnrolView(joining, context.texts(), true, inside::closePanel));
        }
    }

    /**
     * Closes the ledger and shows the log-in again; what is being typed is saved first. Nothing of the ledger stays on the screen, and the
     * key is wiped on the store thread behind the last save.
     */
    public void lock() {
        if (shell == null) {
            return;
        }
        closeLedger();
        entry();
    }

    /** Saves what is being typed and closes the ledger behind it, on the store thread. Does nothing while none is open. */
    public void closeLedger() {
        LedgerHandle ledger = open;
        Shell inside = shell;
        if (ledger == null || inside == null) {
            return;
        }
        inside.leave();
        open = null;
        shell = null;
        ledger.stop();
        context.tasks()
                .store(
                        () -> {
                            ledger.close();
                            return true;
                        },
                        closed -> LOG.info("ledger closed"),
                        fault -> LOG.error("E-STORE-180 the ledger did not close: {}", StoreFaults.code(fault)));
    }

    /**
     * Removes the open ledger from this laptop. What is being typed is saved first, so that it counts among what must not be lost; then
     * nothing can be saved any more, and only then it is decided.
     */
    private void removeLedger(UnsentWork unsent) {
        LedgerHandle ledger = open;
        if (ledger == null || shell == null) {
            return;
        }
        shell.leave();
        open = null;
        shell = null;
        put(new LeavingView(context.texts()));
        ledger.stop();
        context.tasks().store(() -> sessions.remove(ledger, unsent::mayLeave), this::removed, fault -> {
            login.say(Faults.toPerson(fault));
            entry();
        });
    }

    private void removed(RemoveOutcome outcome) {
        switch (outcome) {
            case RemoveOutcome.Removed ignored -> enrolment.sayRemoved();
            case RemoveOutcome.UnsentWorkLeft ignored ->
                login.say(PersonError.of("E-SESSION-131", "session.error.unsentLeft"));
            case RemoveOutcome.NotDeleted left -> notDeleted(left);
        }
        entry();
    }

    /** Without keys nobody can log in any more, so that it is read at the enrolment. */
    private void notDeleted(RemoveOutcome.NotDeleted left) {
        if (left.keysDestroyed()) {
            enrolment.say(PersonError.of("E-KEY-231", "session.error.partlyDeleted", left.folder()));
        } else {
            login.say(PersonError.of("E-KEY-230", "session.error.notDeleted", left.folder()));
        }
    }

    /** The log-in, or the enrolment where nobody can log in. */
    private void entry() {
        showLogin();
        login.load(this::showEnrolment);
    }

    /** As the timer does every few seconds. */
    boolean lockIfIdle() {
        return idle.check();
    }

    private void put(Parent content) {
        root.getChildren().setAll(content);
    }

    /** Theme and text size. */
    public Appearance appearance() {
        return appearance;
    }

    public Scene scene() {
        return scene;
    }
}
