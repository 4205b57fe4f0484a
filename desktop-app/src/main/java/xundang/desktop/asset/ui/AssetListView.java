package xundang.desktop.asset.ui;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.asset.Ledger;
import xundang.desktop.platform.fx.Screen;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.EmptyPanel;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.ListRows;
import xundang.desktop.platform.theme.ListStates;
import xundang.desktop.platform.theme.Parts;
import xundang.model.asset.AssetId;

/** 台账: search as you type, list left, the chosen object's file right. ↓ and ↑ work from the search field. */
public final class AssetListView implements Screen {
    private final AssetListViewModel model;
    private final UiTexts texts;
    private final DossierView detail;
    private final TextField search = new TextField();
    private final ListView<AssetSummary> list;
    private final VBox root;
    private final Subscription listening;
    private @Nullable AssetId last;

    /**
     * @param detail shows the chosen object; this screen owns it
     */
    public AssetListView(AssetListViewModel model, DossierView detail, Consumer<AssetId> choose, UiTexts texts) {
        this.model = model;
        this.texts = texts;
        this.detail = detail;
        list = new ListView<>(model.found());
        list.setId("assets-list");
        list.getStyleClass().add("plain-list");
        list.setCellFactory(ignored -> new AssetCell(texts));
        ListRows.ofThreeLines(list);
        Label count = Parts.label("", "muted", "figures");
        count.setId("assets-count");
        ErrorPanel error = new ErrorPanel(texts, model::search);
        search();
        StackPane listArea = new StackPane(list, empty(), ListStates.loading(model.loadingProperty()));
        listArea.setMinWidth(360);
        listArea.setMaxWidth(360);
        HBox.setHgrow(detail.node(), Priority.ALWAYS);
        HBox body = new HBox(16, listArea, detail.node());
        VBox.setVgrow(body, Priority.ALWAYS);
        root = Parts.column(12, Parts.titleLine(texts.get("asset.list.title"), count), search, error, body);
        root.getStyleClass().add("screen");
        root.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.F4) {
                detail.chooseField();
                key.consume();
            }
        });
        listening = Subscription.combine(
                model.errorProperty().subscribe(error::show),
                model.countsProperty().subscribe(counts -> count.setText(countText(counts))),
                listen(() -> {
                    count.setText(countText(model.countsProperty().get()));
                    keepSelection();
                }),
                list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
                    if (chosen != null && !chosen.id().equals(last)) {
                        last = chosen.id();
                        choose.accept(chosen.id());
                    }
                }));
    }

    private void search() {
        search.setId("assets-search");
        search.setPromptText(texts.get("asset.list.search"));
        search.textProperty().bindBidirectional(model.queryProperty());
        search.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.DOWN) {
                list.getSelectionModel().selectNext();
                key.consume();
            } else if (key.getCode() == KeyCode.UP) {
                list.getSelectionModel().selectPrevious();
                key.consume();
            } else if (key.getCode() == KeyCode.ENTER) {
                detail.begin();
                key.consume();
            }
        });
    }

    /** A change listener, added after the list's own: the list clears its selection when its items change. */
    private Subscription listen(Runnable onFound) {
        ListChangeListener<AssetSummary> listener = ignored -> onFound.run();
        model.found().addListener(listener);
        return () -> model.found().removeListener(listener);
    }

    private void keepSelection() {
        int again = model.found().stream().map(AssetSummary::id).toList().indexOf(last);
        if (!model.found().isEmpty()) {
            list.getSelectionModel().clearAndSelect(Math.max(0, again));
        }
    }

    private String countText(Ledger.Counts counts) {
        String shown = texts.get("asset.list.count", model.found().size(), counts.real());
        return counts.sample() == 0 ? shown : texts.get("asset.list.countSample", shown, counts.sample());
    }

    private EmptyPanel empty() {
        EmptyPanel empty = new EmptyPanel(
                MaterialDesignD.DATABASE_SEARCH_OUTLINE,
                texts.get("asset.list.empty"),
                texts.get("asset.list.emptyStep"));
        empty.setMouseTransparent(true);
        return ListStates.whenEmpty(empty, model.loadingProperty(), model.errorProperty(), model.found());
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void dataChanged() {
        model.search();
    }

    @Override
    public void shown() {
        model.search();
        search.requestFocus();
    }

    @Override
    public void hidden() {
        listening.unsubscribe();
        detail.hidden();
    }

    @Override
    public boolean closePanel() {
        return detail.closePanel();
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("↓ ↑", "asset.keys.choose"),
                new KeyHint("Enter", "asset.keys.begin"),
                new KeyHint("F4", "asset.keys.edit"));
    }
}
