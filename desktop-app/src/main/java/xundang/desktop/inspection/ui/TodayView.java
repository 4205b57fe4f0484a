package xundang.desktop.inspection.ui;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;
import xundang.desktop.inspection.DueItem;
import xundang.desktop.inspection.ui.TodayViewModel.Counts;
import xundang.desktop.inspection.ui.TodayViewModel.Line;
import xundang.desktop.platform.fx.Screen;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Badge;
import xundang.desktop.platform.theme.EmptyPanel;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.ListStates;
import xundang.desktop.platform.theme.Look;
import xundang.desktop.platform.theme.Parts;

/** 今日: what is due, place by place in walking order; Enter opens. */
public final class TodayView implements Screen {
    private final TodayViewModel model;
    private final UiTexts texts;
    private final ListView<Line> list;
    private final HBox counts = Parts.row(8);
    private final VBox root;
    private final Subscription listening;

    /**
     * @param toScan the first step when nothing is due
     */
    public TodayView(TodayViewModel model, UiTexts texts, Runnable toScan) {
        this.model = model;
        this.texts = texts;
        list = new ListView<>(model.lines());
        list.setId("today-list");
        list.getStyleClass().add("plain-list");
        list.setCellFactory(ignored -> new TodayCell(texts, model::open));
        list.setOnKeyPressed(key -> {
            Line line = list.getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.ENTER && line != null) {
                model.open(line);
                key.consume();
            }
        });
        ErrorPanel error = new ErrorPanel(texts, model::reload);
        StackPane body = new StackPane(list, empty(toScan), ListStates.loading(model.loadingProperty()));
        VBox.setVgrow(body, Priority.ALWAYS);
        String today = texts.times()
                .day(texts.language(), texts.times().today(texts.clock().instant()));
        root = Parts.column(
                16,
                Parts.titleLine(
                        texts.get("inspection.today.title"),
                        counts,
                        Parts.label(today, "muted", "figures"),
                        Parts.mainButton(
                                "today-scan", texts.get("inspection.today.scan"), MaterialDesignQ.QRCODE_SCAN, toScan)),
                error,
                body);
        root.getStyleClass().add("screen");
        listening = Subscription.combine(
                model.errorProperty().subscribe(error::show),
                model.countsProperty().subscribe(this::show),
                listenToLines());
    }

    private void show(Counts now) {
        counts.getChildren().clear();
        count(now.overdue(), DueItem.State.OVERDUE);
        count(now.started(), DueItem.State.STARTED);
        count(now.due(), DueItem.State.DUE);
        count(now.done(), DueItem.State.DONE);
    }

    private void count(int number, DueItem.State state) {
        if (number > 0) {
            Badge badge = new Badge(texts);
            Look look = Look.of(state);
            badge.show(look, texts.get(look.textKey()) + " " + number);
            counts.getChildren().add(badge);
        }
    }

    /** A change listener, added after the list's own: the list clears its selection when its items change. */
    private Subscription listenToLines() {
        ListChangeListener<Line> listener = ignored -> selectFirst();
        model.lines().addListener(listener);
        return () -> model.lines().removeListener(listener);
    }

    private void selectFirst() {
        if (list.getSelectionModel().isEmpty() && model.lines().size() > 1) {
            list.getSelectionModel().select(1);
            list.getFocusModel().focus(1);
        }
    }

    private EmptyPanel empty(Runnable toScan) {
        EmptyPanel empty = new EmptyPanel(
                MaterialDesignC.CALENDAR_CHECK,
                texts.get("inspection.today.empty"),
                texts.get("inspection.today.emptyStep"),
                Parts.button(
                        "today-empty-scan", texts.get("inspection.today.scan"), MaterialDesignQ.QRCODE_SCAN, toScan));
        return ListStates.whenEmpty(empty, model.loadingProperty(), model.errorProperty(), model.lines());
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
        list.requestFocus();
    }

    @Override
    public void hidden() {
        listening.unsubscribe();
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("↓ ↑", "inspection.keys.choose"), new KeyHint("Enter", "inspection.keys.open"));
    }
}
