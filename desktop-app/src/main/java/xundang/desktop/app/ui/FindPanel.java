package xundang.desktop.app.ui;

import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.asset.ui.AssetCell;
import xundang.desktop.asset.ui.AssetListViewModel;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.ListRows;
import xundang.desktop.platform.theme.Parts;
import xundang.model.asset.AssetId;

/** Ctrl+K: find an asset from anywhere; Enter opens its file. */
final class FindPanel extends VBox {
    private static final int ROWS = 5;

    private final TextField field = new TextField();

    FindPanel(AssetListViewModel model, UiTexts texts, Consumer<AssetId> open) {
        super(12);
        setId("find-panel");
        getStyleClass().addAll("card", "floating");
        setPrefWidth(640);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        ListView<AssetSummary> list = new ListView<>(model.found());
        list.setId("find-list");
        list.getStyleClass().add("plain-list");
        ListRows.ofThreeLines(list);
        ListRows.show(list, ROWS);
        list.setFocusTraversable(false);
        list.setCellFactory(ignored -> {
            AssetCell cell = new AssetCell(texts);
            cell.setOnMouseClicked(click -> {
                if (cell.getItem() != null) {
                    open.accept(cell.getItem().id());
                }
            });
            return cell;
        });
        ListChangeListener<AssetSummary> listener =
                ignored -> list.getSelectionModel().selectFirst();
        model.found().addListener(listener);
        field.setId("find-field");
        field.setPromptText(texts.get("asset.list.search"));
        field.textProperty().bindBidirectional(model.queryProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.DOWN) {
                list.getSelectionModel().selectNext();
                key.consume();
            } else if (key.getCode() == KeyCode.UP) {
                list.getSelectionModel().selectPrevious();
                key.consume();
            } else if (key.getCode() == KeyCode.ENTER
                    && !list.getSelectionModel().isEmpty()) {
                open.accept(list.getSelectionModel().getSelectedItem().id());
                key.consume();
            }
        });
        getChildren().addAll(Parts.label(texts.get("app.find.title"), "strong"), field, list);
        model.search();
    }

    void focus() {
        field.requestFocus();
    }
}
