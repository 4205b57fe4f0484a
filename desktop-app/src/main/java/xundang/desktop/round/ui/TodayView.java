package xundang.desktop.round.ui;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;
import xundang.desktop.platform.fx.Screen;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.tasks.Ticker;
import xundang.desktop.platform.theme.EmptyPanel;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.ListRows;
import xundang.desktop.platform.theme.ListStates;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.round.RoundItem;
import xundang.desktop.round.TodayList;

/** 今日: what is due, room by room in walking order, and beside it how far the rounds are (完成情况). Enter opens the form. */
public final class TodayView implements Screen {
    private static final Duration LOOK_AT_THE_CLOCK = Duration.ofSeconds(5);

    private final TodayViewModel model;
    private final UiTexts texts;
    private final Ticker ticker;
    private final ListView<TodayLine> list;
    private final TodayFilters filters;
    private final PutOffPanel putOff;
    private final ProgressPane progress;
    private final ToggleButton listTab;
    private final ToggleButton progressTab;
    private final VBox listPart;
    private final Label day = Parts.label("", "muted", "figures");
    private final VBox notices = Parts.column(8);
    private final VBox root;
    private final Subscription listening;
    private xundang.desktop.platform.tasks.@Nullable Subscription ticking;
    private long minute;

    /** @param toScan the first step when nothing is due */
    public TodayView(
            TodayViewModel model, ProgressViewModel progressModel, UiTexts texts, Ticker ticker, Runnable toScan) {
        this.model = model;
        this.texts = texts;
        this.ticker = ticker;
        list = new ListView<>(model.lines());
        list.setId("today-list");
        list.getStyleClass().add("plain-list");
        ListRows.ofTwoLines(list);
        list.setCellFactory(ignored -> new TodayCell(texts, this::now, model::open));
        filters = new TodayFilters(model, texts, list);
        putOff = new PutOffPanel(model.putOff(), texts);
        progress = new ProgressPane(progressModel, texts);
        listTab = tab("today-tab-list", "round.tab.list", false);
        progressTab = tab("today-tab-progress", "round.tab.progress", true);
        ErrorPanel error = new ErrorPanel(texts, model::reload);
        StackPane body = new StackPane(list, empty(toScan), nothingFits(), ListStates.loading(model.loadingProperty()));
        VBox.setVgrow(body, Priority.ALWAYS);
        listPart = Parts.column(12, filters, notices, putOff, error, body);
        VBox.setVgrow(listPart, Priority.ALWAYS);
        VBox.setVgrow(progress, Priority.ALWAYS);
        HBox tabs = Parts.row(8, listTab, progressTab);
        tabs.getStyleClass().add("tabs");
        root = Parts.column(
                12,
                Parts.titleLine(
                        texts.get("round.today.title"),
                        day,
                        tabs,
                        Parts.mainButton(
                                "today-scan", texts.get("round.today.scan"), MaterialDesignQ.QRCODE_SCAN, toScan)),
                listPart,
                progress);
        root.getStyleClass().add("screen");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        showProgress(false);
        listening = Subscription.combine(
                model.errorProperty().subscribe(error::show),
                model.todayProperty().subscribe(this::show),
                model.warnedProperty().subscribe(ignored -> showNotices()),
                model.putOff().itemProperty().subscribe((before, after) -> panelChanged(after)),
                list.getSelectionModel().selectedItemProperty().subscribe(model::select));
    }

    private ToggleButton tab(String id, String key, boolean toProgress) {
        ToggleButton tab = new ToggleButton(texts.get(key));
        tab.setId(id);
        tab.setFocusTraversable(false);
        tab.setOnAction(ignored -> showProgress(toProgress));
        return tab;
    }

    private void showProgress(boolean shown) {
        Parts.shown(listPart, !shown);
        Parts.shown(progress, shown);
        listTab.setSelected(!shown);
        progressTab.setSelected(shown);
        if (shown) {
            progress.shown();
        } else {
            list.requestFocus();
        }
    }

    private OffsetDateTime now() {
        TodayList today = model.todayProperty().get();
        return today == null ? texts.clock().instant().atOffset(ZoneOffset.UTC) : today.now();
    }

    private void show(@Nullable TodayList today) {
        if (today == null) {
            return;
        }
        day.setText(texts.times().full(texts.language(), today.now()));
        showNotices();
    }

    /** The list was read and laid out again: the chosen line stays chosen, and what depends on the time is written anew. */
    private void laidOut() {
        choose(model.selectedIndex());
        list.refresh();
    }

    private void choose(int index) {
        if (index >= 0 && list.getSelectionModel().getSelectedIndex() != index) {
            list.getSelectionModel().clearAndSelect(index);
            list.getFocusModel().focus(index);
            list.scrollTo(Math.max(0, index - 1));
        }
    }

    private void showNotices() {
        notices.getChildren().clear();
        TodayList today = model.todayProperty().get();
        if (today != null && today.clockWentBack() != null) {
            notice("today-clock", "round.notice.clock", today.clockWentBack().toMinutes());
        }
        if (today != null && today.bundledPlans()) {
            notices.getChildren().add(Parts.wrapped(texts.get("round.notice.bundled"), "caption"));
        }
        RoundItem warned = model.warnedProperty().get();
        if (warned != null) {
            warn(warned);
        }
        Parts.shown(notices, !notices.getChildren().isEmpty());
    }

    private void warn(RoundItem item) {
        RoundItem.Taken taken = item.taken();
        if (taken != null && !taken.own()) {
            notice(
                    "today-warned",
                    "round.notice.taken",
                    taken.person(),
                    texts.times().recent(texts.language(), taken.at().toInstant(), now().toInstant()),
                    item.room().name());
        } else if (item.draft() != null) {
            notice("today-warned", "round.notice.begun", item.draft().person());
        }
    }

    private void notice(String id, String key, Object... arguments) {
        VBox panel = Parts.column(
                4,
                Parts.wrapped(texts.get(key + ".what", arguments), "strong"),
                Parts.wrapped(texts.get(key + ".todo", arguments)));
        panel.setId(id);
        panel.getStyleClass().addAll("notice-panel", "warning");
        notices.getChildren().add(panel);
    }

    private void panelChanged(@Nullable RoundItem item) {
        if (item == null) {
            list.requestFocus();
        } else {
            putOff.focusFirst();
        }
    }

    private EmptyPanel empty(Runnable toScan) {
        EmptyPanel empty = new EmptyPanel(
                MaterialDesignC.CALENDAR_CHECK,
                texts.get("round.today.empty"),
                texts.get("round.today.emptyStep"),
                Parts.button("today-empty-scan", texts.get("round.today.scan"), MaterialDesignQ.QRCODE_SCAN, toScan));
        empty.visibleProperty().bind(whenNoLines(() -> {
            TodayList today = model.todayProperty().get();
            return today == null || today.items().isEmpty();
        }));
        return empty;
    }

    private EmptyPanel nothingFits() {
        EmptyPanel empty = new EmptyPanel(
                MaterialDesignF.FILTER_OUTLINE,
                texts.get("round.today.nothingFits"),
                texts.get("round.today.nothingFitsStep"),
                Parts.button(
                        "today-filter-off",
                        texts.get("round.today.filterOff"),
                        MaterialDesignF.FILTER_OFF_OUTLINE,
                        () -> model.filterProperty().set(TodayFilter.ALL)));
        empty.visibleProperty().bind(whenNoLines(() -> {
            TodayList today = model.todayProperty().get();
            return today != null && !today.items().isEmpty();
        }));
        return empty;
    }

    private BooleanBinding whenNoLines(Callable<Boolean> which) {
        return Bindings.isEmpty(model.lines())
                .and(model.loadingProperty().not())
                .and(model.errorProperty().isNull())
                .and(Bindings.createBooleanBinding(which, model.todayProperty()));
    }

    private void pressed(KeyEvent key) {
        if (key.isAltDown() || key.getTarget() instanceof TextInputControl) {
            return;
        }
        boolean taken = key.isShortcutDown() ? shortcut(key.getCode()) : plain(key.getCode());
        if (taken) {
            key.consume();
        }
    }

    private boolean shortcut(KeyCode code) {
        if (code == KeyCode.TAB) {
            showProgress(!progress.isVisible());
            return true;
        }
        return false;
    }

    private boolean plain(KeyCode code) {
        if (progress.isVisible()) {
            return progress.key(code);
        }
        TodayLine line = list.getSelectionModel().getSelectedItem();
        if (line != null && list.isFocused() && onLine(code, line)) {
            return true;
        }
        return list.isFocused() && filters.key(code);
    }

    private boolean onLine(KeyCode code, TodayLine line) {
        switch (code) {
            case ENTER -> model.open(line);
            case D -> model.openDossier(line);
            case SLASH, DIVIDE -> model.putOff(line);
            case U -> model.takeBack(line);
            case T -> model.takeOver(line);
            case N -> choose(model.next(list.getSelectionModel().getSelectedIndex()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void tick() {
        long now = texts.clock().instant().getEpochSecond() / 60;
        if (now != minute) {
            minute = now;
            model.reload();
        }
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void dataChanged() {
        model.reload();
        progress.dataChanged();
    }

    @Override
    public void shown() {
        minute = texts.clock().instant().getEpochSecond() / 60;
        model.onLaidOut(this::laidOut);
        model.reload();
        if (ticking == null) {
            ticking = ticker.every(LOOK_AT_THE_CLOCK, this::tick);
        }
        list.requestFocus();
    }

    @Override
    public void hidden() {
        if (ticking != null) {
            ticking.close();
        }
        model.onLaidOut(() -> {});
        listening.unsubscribe();
        filters.hidden();
        putOff.hidden();
        progress.hidden();
    }

    @Override
    public boolean closePanel() {
        return model.closePanel();
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("↓ ↑", "round.keys.choose"),
                new KeyHint("Enter", "round.keys.open"),
                new KeyHint("N", "round.keys.next"),
                new KeyHint("D", "round.keys.dossier"),
                new KeyHint("/", "round.keys.putOff"),
                new KeyHint("U", "round.keys.takeBack"),
                new KeyHint("T", "round.keys.takeOver"),
                new KeyHint("0 … 6", "round.keys.states"),
                new KeyHint("F / R / M", "round.keys.filters"),
                new KeyHint("Ctrl+Tab", "round.keys.progress"));
    }
}
