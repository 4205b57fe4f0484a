package xundang.desktop.app.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import xundang.desktop.app.LedgerServices;
import xundang.desktop.asset.TagReader;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.fx.Screen;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Appearance;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.session.LedgerHandle;
import xundang.desktop.sync.SyncControl;
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
    private final StackPane content = new StackPane();
    private final StackPane floating = new StackPane();
    private final ErrorPanel startError;
    private final Deque<Location> past = new ArrayDeque<>();
    private Location here = new Location.At(Place.TODAY);
    private @Nullable Screen shown;

    public Shell(
            LedgerHandle ledger, LedgerServices services, UiContext context, TagReader tags, Appearance appearance) {
        this.services = services;
        this.context = context;
        texts = context.texts();
        screens = new Screens(services, context, tags, this::go);
        rail = new Rail(texts, place -> go(new Location.At(place)));
        startError = new ErrorPanel(texts);
        SyncControl sync = services.sync();
        StatusBar status = new StatusBar(ledger.session(), sync.status(), texts, appearance);
        sync.onStatus(status::show);
        services.changes().onChange(() -> Optional.ofNullable(shown).ifPresent(Screen::dataChanged));
        content.getStyleClass().add("canvas");
        BorderPane beside = new BorderPane(content);
        beside.setTop(Parts.column(0, startError, rebuiltNotice(ledger)));
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
        texts.languageProperty().subscribe((before, after) -> show(here));
    }

    private Node rebuiltNotice(LedgerHandle ledger) {
        Label words = Parts.wrapped(texts.get("app.rebuilt"), "strong");
        HBox notice = Parts.row(12, words, Parts.spring());
        notice.setId("rebuilt-notice");
        notice.getStyleClass().addAll("notice-panel", "rebuilt");
        notice.getChildren()
                .add(Parts.quietButton(
                        "rebuilt-close",
                        texts.get("app.understood"),
                        MaterialDesignC.CHECK,
                        () -> Parts.shown(notice, false)));
        Parts.shown(notice, ledger.rebuilt());
        return notice;
    }

    /** Opens the form that was being filled in when the program last ended, or Today. */
    public void start() {
        show(here);
        context.tasks()
                .store(
                        services.inspections()::lastActive,
                        last -> last.ifPresent(draft -> go(new Location.OpenForm(draft))),
                        fault -> startError.show(Faults.onReading(fault)));
    }

    /** Goes to a place; Alt+← comes back. */
    void go(Location there) {
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
        };
    }

    void back() {
        if (!past.isEmpty()) {
            closeFloating();
            show(past.pop());
        }
    }

    private void show(Location there) {
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
                    case Location.NewForm ignored -> null;
                    case Location.OpenForm ignored -> null;
                });
        content.getChildren().setAll(screen.node());
        screen.shown();
    }

    /** Esc: the floating panel first, then the screen's own panel. */
    boolean closePanel() {
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
