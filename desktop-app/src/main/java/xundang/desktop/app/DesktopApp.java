package xundang.desktop.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.fx.FilePictureChooser;
import xundang.desktop.platform.fx.FxExecutor;
import xundang.desktop.platform.fx.PictureChooser;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.i18n.Texts;
import xundang.desktop.platform.i18n.Times;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.platform.tasks.LaptopTasks;
import xundang.desktop.platform.theme.Fonts;
import xundang.desktop.session.LedgerHandle;
import xundang.desktop.session.SessionService;
import xundang.desktop.sync.http.HttpEnrolmentClient;
import xundang.desktop.tag.ZxingTagReader;
import xundang.model.id.Uuid7Source;

/** The application on one data folder, from the first window to an orderly end. Interface's thread. */
public final class DesktopApp {
    /** Days and months are the ledger's, wherever the laptop thinks it is. */
    private static final ZoneId LEDGER_ZONE = ZoneId.of("Asia/Shanghai");

    private final Path dataFolder;
    private final @Nullable PictureChooser chooser;
    private final LaptopTasks tasks = new LaptopTasks(new FxExecutor());
    private @Nullable DesktopWindow window;
    private @Nullable LedgerServices services;

    /** Pictures are chosen in the system's file dialog. */
    public DesktopApp(Path dataFolder) {
        this(dataFolder, null);
    }

    /** @param chooser hands over pictures instead of the file dialog; null for the dialog */
    public DesktopApp(Path dataFolder, @Nullable PictureChooser chooser) {
        this.dataFolder = dataFolder;
        this.chooser = chooser;
    }

    /** Shows the log-in, or the enrolment on a fresh laptop. */
    public void start(Stage stage) {
        Fonts.load();
        Clock clock = Clock.system(LEDGER_ZONE);
        SecureRandom random = new SecureRandom();
        UiTexts texts = new UiTexts(new Texts(), new Times(LEDGER_ZONE), clock);
        UiContext context =
                new UiContext(texts, tasks, chooser == null ? new FilePictureChooser(stage, texts) : chooser);
        DesktopGraph graph = new DesktopGraph(tasks, clock, new Uuid7Source(clock, random), random);
        SessionService sessions = SessionService.on(dataFolder, new HttpEnrolmentClient(), clock);
        DesktopWindow shown =
                new DesktopWindow(stage, sessions, ledger -> open(graph, ledger), context, new ZxingTagReader());
        window = shown;
        shown.show();
    }

    private LedgerServices open(DesktopGraph graph, LedgerHandle ledger) {
        LedgerServices opened = graph.open(ledger);
        services = opened;
        return opened;
    }

    /**
     * Saves what is being typed, stops sync, lets the store finish what was begun, closes the ledger. Blocks for as long as that takes.
     */
    public void stop() {
        Optional.ofNullable(window).ifPresent(DesktopWindow::closeLedger);
        tasks.close();
    }

    /** The services of the open ledger; empty before the log-in. */
    public Optional<LedgerServices> services() {
        return Optional.ofNullable(services);
    }

    /** The threads on which the services are to be called. */
    public BackgroundTasks tasks() {
        return tasks;
    }
}
