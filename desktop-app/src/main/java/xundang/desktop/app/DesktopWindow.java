package xundang.desktop.app;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import xundang.desktop.app.ui.Shell;
import xundang.desktop.asset.TagReader;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.theme.Appearance;
import xundang.desktop.session.LedgerHandle;
import xundang.desktop.session.Sessions;
import xundang.desktop.session.ui.EnrolView;
import xundang.desktop.session.ui.EnrolViewModel;
import xundang.desktop.session.ui.LoginView;
import xundang.desktop.session.ui.LoginViewModel;

/** The one window: log-in or enrolment first, then the shell around the open ledger. Interface's thread. */
public final class DesktopWindow {
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
        context.texts().languageProperty().subscribe((before, after) -> rebuildEntry());
    }

    /** Shows the window with the log-in, or with the enrolment on a fresh laptop. */
    public void show() {
        showLogin();
        login.load(this::showEnrolment);
        stage.show();
    }

    private void showLogin() {
        LoginView view = new LoginView(login, context.texts(), this::showEnrolment);
        put(view);
        view.focus();
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
        Shell inside = new Shell(ledger, services.apply(ledger), context, tags, appearance);
        shell = inside;
        put(inside);
        inside.start();
    }

    private void put(Parent content) {
        root.getChildren().setAll(content);
    }

    /** The ledger that is open, for whoever closes the program. */
    public Optional<LedgerHandle> openLedger() {
        return Optional.ofNullable(open);
    }

    /** Theme and text size. */
    public Appearance appearance() {
        return appearance;
    }

    public Scene scene() {
        return scene;
    }
}
