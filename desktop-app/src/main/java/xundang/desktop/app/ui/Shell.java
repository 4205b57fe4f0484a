package xundang.desktop.app.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import xundang.desktop.app.LedgerOpening;
import xundang.desktop.app.LedgerServices;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.fx.Screen;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.tasks.Subscription;
import xundang.desktop.platform.theme.Appearance;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.report.ui.PrintPanel;
import xundang.desktop.report.ui.PrintViewModel;
import xundang.desktop.session.LedgerHandle;
import xundang.desktop.session.Session;
import xundang.desktop.session.ui.EnrolView;
import xundang.desktop.sync.SyncControl;
import xundang.desktop.tag.TagReader;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;

/** Rail, content and status bar around an open ledger, and the way from screen to screen. */
public final class Shell extends StackPane {
    private static final int MOST_STEPS_BACK = 50;

    private final UiTexts texts;
    private final UiContext context;
    private final LedgerServices services;
    private final Screens screens;
    private final Rail rail;
    private final StatusBar status;
    private Runnable locking = () -> {};
    private Runnable removing = () -> {};
    private final Session session;
    private final StackPane content = new StackPane();
    private final StackPane floating = new StackPane();
    private final ErrorPanel startError;
    private final LeftNotices left;
    private final Deque<Location> past = new ArrayDeque<>();
    private Location here = new Location.At(Place.TODAY);
    private final HBox notice = Parts.row(12);
    private LedgerOpening.Report told = LedgerOpening.Report.NOTHING;
    private final Subscription hearing;
    private boolean blocked;
    private @Nullable Screen shown;

    public Shell(
            LedgerHandle ledger, LedgerServices services, UiContext context, TagReader tags, Appearance appearance) {
        this.services = services;
        session = ledger.session();
        this.context = context;
        texts = context.texts();
        left = new LeftNotices(texts);
        screens = new Screens(services, context, tags, this::go, this::askRemoval, this::askPrint, left::add);
        rail = new Rail(texts, place -> go(new Location.At(place)));
        startError = new ErrorPanel(texts);
        SyncControl sync = services.sync();
        status = new StatusBar(ledger.session(), sync.status(), texts, appearance);
        sync.onStatus(status::show);
        hearing = services.changes().onChange(() -> {
            Optional.ofNullable(shown).ifPresent(Screen::dataChanged);
            askAgain();
        });
        notice.setId("opening-notice");
        notice.getStyleClass().addAll("notice-panel", "rebuilt");
        Parts.shown(notice, false);
        content.getStyleClass().add("canvas");
        BorderPane beside = new BorderPane(content);
        beside.setTop(Parts.column(0, startError, notice, left));
        StackPane.setMargin(beside, new Insets(0, 0, 0, Rail.WIDTH));
        StackPane.setAlignment(rail, Pos.CENTER_LEFT);
        BorderPane frame = new BorderPane(new StackPane(beside, rail));
        frame.setBottom(status);
        floating.getStyleClass().add("veil");
        floating.setOnMousePressed(event -> {
            if (floating.equals(event.getTarget())) {
                closeFloating();
            }
        });
        Parts.shown(floating, false);
        getChildren().addAll(frame, floating);
        new ShellKeys(this, sync, appearance).listenOn(this);
        texts.languageProperty().subscribe((before, after) -> {
            tell(told);
            left.show();
            show(here);
        });
    }

    private void tell(LedgerOpening.Report report) {
        told = report;
        say(new OpeningWords(texts).of(report));
    }

    private void say(List<String> lines) {
        VBox words = Parts.column(4);
        lines.forEach(line -> words.getChildren().add(Parts.wrapped(line, "strong")));
        HBox.setHgrow(words, Priority.ALWAYS);
        Parts.shown(notice, !words.getChildren().isEmpty());
        notice.getChildren()
                .setAll(
                        words,
                        Parts.quietButton(
                                "opening-close",
                                texts.get("app.understood"),
                                MaterialDesignC.CHECK,
                                () -> Parts.shown(notice, false)));
    }

    /** Something was written: perhaps the files had to be opened anew in between. */
    private void askAgain() {
        context.tasks()
                .store(
                        services.opening()::report,
                        report -> {
                            if (!report.equals(told)) {
                                tell(report);
                            }
                        },
                        fault -> block());
    }

    /** Nothing is shown of a ledger that could not be made complete: what is saved into it could be out of order. */
    private void block() {
        blocked = true;
        closeFloating();
        if (shown != null) {
            shown.hidden();
            shown = null;
        }
        ErrorPanel panel = new ErrorPanel(texts);
        panel.setId("opening-failed");
        panel.show(PersonError.of("E-STORE-170", "app.error.opening"));
        content.getChildren().setAll(Parts.column(16, panel));
        rail.setDisable(true);
    }

    /** What the window can do beside the shell: lock it, enrol further people, and remove the ledger from this laptop. */
    public void offer(Runnable lock, Runnable enrol, Runnable remove) {
        locking = lock;
        removing = remove;
        status.offer(lock, enrol);
    }

    void lock() {
        locking.run();
    }

    /** The window closes or is locked: what is being typed goes to the store. The shell is not used any more. */
    public void leave() {
        Optional.ofNullable(shown).ifPresent(Screen::settle);
        hearing.close();
    }

    /** Shows the card for a further person over the screen. */
    public void enrol(EnrolView card) {
        floatOver(card);
        card.focus();
    }

    /** Asks over the screen whether this laptop's copy of the ledger shall be removed. */
    private void askRemoval() {
        RemovalViewModel removal =
                new RemovalViewModel(session, services.unsent(), context.tasks(), () -> removing.run());
        RemovalPanel panel = new RemovalPanel(removal, texts, this::closePanel);
        floatOver(panel);
        panel.focus();
    }

    /** Asks over the screen where a print shall go. */
    private void askPrint(List<InspectionId> which) {
        PrintPanel panel =
                new PrintPanel(new PrintViewModel(services.reports(), context.tasks(), which), texts, this::closePanel);
        floatOver(panel);
        panel.focus();
    }

    /** Ctrl+P. */
    boolean print() {
        return !blocked && shown != null && shown.print();
    }

    /** Says who can log in here from now on. */
    public void joined(String name) {
        closeFloating();
        say(List.of(texts.get("app.joined", name)));
    }

    /** Opens the form that was being filled in when the program last ended, or Today. */
    public void start() {
        show(here);
        context.tasks().store(services.opening()::report, this::begin, fault -> block());
    }

    private void begin(LedgerOpening.Report report) {
        tell(report);
        context.tasks()
                .store(
                        services.inspections()::lastActive,
                        last -> last.ifPresent(draft -> go(new Location.OpenForm(draft))),
                        fault -> startError.show(Faults.onReading(fault)));
    }

    /** Goes to a place; Alt+← comes back. */
    void go(Location there) {
        if (blocked) {
            return;
        }
        closeFloating();
        if (there.equals(here)) {
            show(there);
            return;
        }
        past.push(lasting(here));
        if (past.size() > MOST_STEPS_BACK) {
            past.removeLast();
        }
        show(there);
    }

    /** Going back to a form that was begun means going back to its object, which knows whether the form is still open. */
    private static Location lasting(Location location) {
        return switch (location) {
            case Location.NewForm form -> new Location.OfAsset(form.asset());
            case Location.OpenForm ignored -> new Location.At(Place.TODAY);
            case Location.At at -> at;
            case Location.Conflict conflict -> conflict;
            case Location.OfAsset asset -> asset;
            case Location.Submitted submitted -> submitted;
        };
    }

    void back() {
        if (!past.isEmpty() && !blocked) {
            closeFloating();
            show(past.pop());
        }
    }

    private void show(Location there) {
        if (blocked) {
            block();
            return;
        }
        if (shown != null) {
            shown.hidden();
        }
        here = there;
        Screen screen = screens.of(there);
        shown = screen;
        rail.mark(
                switch (there) {
                    case Location.At at -> at.place();
                    case Location.Conflict ignored -> Place.SYNC;
                    case Location.OfAsset ignored -> null;
                    case Location.Submitted ignored -> null;
                    case Location.NewForm ignored -> null;
                    case Location.OpenForm ignored -> null;
                });
        content.getChildren().setAll(screen.node());
        screen.shown();
    }

    /** Esc: the floating panel first, then the screen's own panel. */
    public boolean closePanel() {
        if (floating.isVisible()) {
            closeFloating();
            Optional.ofNullable(shown).ifPresent(Screen::shown);
            return true;
        }
        return shown != null && shown.closePanel();
    }

    private void closeFloating() {
        floating.getChildren().clear();
        Parts.shown(floating, false);
    }

    void find() {
        if (blocked) {
            return;
        }
        FindPanel panel = new FindPanel(screens.finder(), texts, asset -> go(new Location.OfAsset(asset)));
        floatOver(panel);
        panel.focus();
    }

    void keys() {
        floatOver(new KeysPanel(texts, shown == null ? List.of() : shown.keys()));
    }

    private void floatOver(Node panel) {
        floating.getChildren().setAll(panel);
        Parts.shown(floating, true);
    }

    /** Opens an object's file. */
    public void openDossier(AssetId asset) {
        go(new Location.OfAsset(asset));
    }

    /** Opens a form that was begun. */
    public void openForm(InspectionId draft) {
        go(new Location.OpenForm(draft));
    }
}
