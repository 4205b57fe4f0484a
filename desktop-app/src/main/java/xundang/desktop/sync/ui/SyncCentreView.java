package xundang.desktop.sync.ui;

import atlantafx.base.controls.ToggleSwitch;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import xundang.desktop.photo.Pictures;
import xundang.desktop.platform.fx.Screen;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.EmptyPanel;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.sync.SyncStatus;
import xundang.desktop.sync.SyncStatus.Connection;
import xundang.desktop.sync.ui.SyncCentreViewModel.Section;
import xundang.model.asset.AssetId;

/**
 * 同步中心: status in words, sync now, the network switches, and
 * five sections: queue, what needs a person, conflicts, receipts, what is kept on this laptop.
 */
public final class SyncCentreView implements Screen {
    private static final List<Section> SECTIONS = List.of(Section.values());

    private final SyncCentreViewModel model;
    private final UiContext context;
    private final Pictures pictures;
    private final UiTexts texts;
    private final Ways ways;
    private final SyncFigures figures;
    private final ToggleSwitch online = new ToggleSwitch();
    private final ToggleSwitch recordsOnly = new ToggleSwitch();
    private final Map<Section, ToggleButton> tabs = new EnumMap<>(Section.class);
    private final StackPane body = new StackPane();
    private final VBox root;
    private @Nullable SectionView shown;
    private boolean showing;
    private final Subscription listening;

    /** Where this screen leads; the other screens belong to others. */
    public interface Ways {
        /** Opens an object's file. */
        void openAsset(AssetId asset);

        /** Asks whether this laptop's copy of the ledger shall be removed. */
        void removeLedger();
    }

    public SyncCentreView(SyncCentreViewModel model, UiContext context, Pictures pictures, Ways ways) {
        this.model = model;
        this.context = context;
        this.pictures = pictures;
        this.texts = context.texts();
        this.ways = ways;
        figures = new SyncFigures(texts);
        Button now = Parts.mainButton("sync-now", texts.get("sync.centre.now"), MaterialDesignS.SYNC, model::syncNow);
        toggle(online, "sync-online", "sync.centre.online", model::setOnline);
        toggle(recordsOnly, "sync-records-only", "sync.centre.recordsOnly", model::setRecordsOnly);
        // It takes what is left; its lists would otherwise ask for so much that the lines above them shrink.
        body.setPrefHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        root = Parts.column(
                12,
                Parts.titleLine(texts.get("sync.centre.title"), recordsOnly, online, now),
                figures,
                tabLine(),
                body);
        root.getStyleClass().add("screen");
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        listening = Subscription.combine(
                model.statusProperty().subscribe(this::show),
                model.sectionProperty().subscribe(this::open),
                onChange(model.refused().list()),
                onChange(model.conflicts().list()));
    }

    private void toggle(ToggleSwitch toggle, String id, String key, Consumer<Boolean> act) {
        toggle.setId(id);
        toggle.setText(texts.get(key));
        toggle.selectedProperty().subscribe((before, on) -> {
            if (!showing) {
                act.accept(on);
            }
        });
    }

    private HBox tabLine() {
        HBox line = Parts.row(8);
        line.getStyleClass().add("tabs");
        for (Section section : SECTIONS) {
            ToggleButton tab = new ToggleButton();
            tab.setId("sync-tab-" + section.name().toLowerCase(Locale.ROOT));
            tab.setFocusTraversable(false);
            tab.setOnAction(ignored -> {
                model.sectionProperty().set(section);
                mark();
            });
            tabs.put(section, tab);
            line.getChildren().add(tab);
        }
        return line;
    }

    private <T> Subscription onChange(DeskList<T> list) {
        ListChangeListener<T> listener = ignored -> mark();
        list.items().addListener(listener);
        return () -> list.items().removeListener(listener);
    }

    private void open(Section section) {
        if (shown != null) {
            shown.hidden();
        }
        SectionView view = switch (section) {
            case QUEUE -> queue();
            case REFUSED -> new RefusedSection(model.refused(), texts);
            case CONFLICTS -> new ConflictSection(model.conflicts(), context, pictures, ways::openAsset);
            case RECEIPTS -> receipts();
            case STORAGE -> new StorageSection(model.storage(), texts, ways::removeLedger);
        };
        shown = view;
        body.getChildren().setAll(view.node());
        mark();
        view.focus();
    }

    /** 队列: every change on its way, in order, with its state and reason. */
    private SectionView queue() {
        EmptyPanel empty = new EmptyPanel(
                MaterialDesignC.CLOUD_CHECK_OUTLINE,
                texts.get("sync.centre.empty"),
                texts.get("sync.centre.emptyStep"));
        return new LinesSection<>("queue", model.queueList(), () -> new QueueCell(texts), empty, texts);
    }

    /** 回执: the server's word about each submission. */
    private SectionView receipts() {
        EmptyPanel empty = new EmptyPanel(
                MaterialDesignR.RECEIPT, texts.get("sync.receipts.empty"), texts.get("sync.receipts.emptyStep"));
        return new LinesSection<>("receipts", model.receipts(), () -> new ReceiptCell(texts), empty, texts);
    }

    /** Which tab is open, and how many lines wait behind the two that wait for a person. */
    private void mark() {
        tabs.forEach((section, tab) -> {
            String name = texts.get("sync.section." + section.name());
            long waiting = switch (section) {
                case REFUSED -> model.refused().list().items().size();
                case CONFLICTS -> model.conflicts().open();
                case QUEUE, RECEIPTS, STORAGE -> 0;
            };
            int key = SECTIONS.indexOf(section) + 1;
            tab.setText(
                    waiting == 0
                            ? texts.get("sync.tab.plain", key, name)
                            : texts.get("sync.tab.counted", key, name, waiting));
            tab.setSelected(section == model.sectionProperty().get());
        });
    }

    private void pressed(KeyEvent key) {
        boolean taken = key.isShortcutDown() ? shortcut(key) : plain(key);
        if (taken) {
            key.consume();
        }
    }

    private boolean shortcut(KeyEvent key) {
        if (key.getCode() != KeyCode.TAB) {
            return false;
        }
        model.step(key.isShiftDown() ? -1 : 1);
        return true;
    }

    /** Digits open sections and letters decide, but never while somebody types or chooses an answer. */
    private boolean plain(KeyEvent key) {
        if (key.isAltDown() || key.getTarget() instanceof TextInputControl || key.getTarget() instanceof FlowPane) {
            return false;
        }
        int place = key.getCode().isDigitKey()
                ? key.getCode().getName().charAt(key.getCode().getName().length() - 1) - '1'
                : -1;
        if (place >= 0 && place < SECTIONS.size()) {
            model.sectionProperty().set(SECTIONS.get(place));
            return true;
        }
        return shown != null && shown.key(key.getCode());
    }

    private void show(SyncStatus status) {
        figures.show(status);
        showing = true;
        online.setSelected(status.connection() != Connection.OFF);
        recordsOnly.setSelected(status.recordsOnly());
        showing = false;
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void dataChanged() {
        model.reload();
    }

    @Override
    public void shown() {
        model.reload();
        if (shown != null) {
            shown.focus();
        }
    }

    @Override
    public void hidden() {
        listening.unsubscribe();
        if (shown != null) {
            shown.hidden();
        }
    }

    @Override
    public boolean closePanel() {
        return shown != null && shown.closePanel();
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("F5", "sync.keys.now"),
                new KeyHint("Ctrl+Tab, 1 … 5", "sync.keys.section"),
                new KeyHint("↓ ↑", "sync.keys.choose"),
                new KeyHint("T / W / L", "sync.keys.decide"),
                new KeyHint("Esc", "sync.keys.cancel"));
    }
}
