package xundang.desktop.app.ui;

import java.util.List;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import xundang.desktop.platform.fx.Screen.KeyHint;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;

/** F1: the keys of this screen and those that work everywhere. */
final class KeysPanel extends VBox {
    private static final List<KeyHint> EVERYWHERE = List.of(
            new KeyHint("F2", "app.keys.scan"),
            new KeyHint("Ctrl+K", "app.keys.find"),
            new KeyHint("Ctrl+1 … 4", "app.keys.places"),
            new KeyHint("Alt+←", "app.keys.back"),
            new KeyHint("F5", "app.keys.sync"),
            new KeyHint("Ctrl+L", "app.keys.lock"),
            new KeyHint("Ctrl + / −", "app.keys.size"),
            new KeyHint("Esc", "app.keys.close"),
            new KeyHint("F1", "app.keys.keys"));

    KeysPanel(UiTexts texts, List<KeyHint> ofScreen) {
        super(16);
        setId("keys-panel");
        getStyleClass().addAll("card", "floating");
        if (!ofScreen.isEmpty()) {
            getChildren().addAll(Parts.label(texts.get("app.keys.here"), "strong"), grid(texts, ofScreen));
        }
        getChildren().addAll(Parts.label(texts.get("app.keys.everywhere"), "strong"), grid(texts, EVERYWHERE));
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    private static GridPane grid(UiTexts texts, List<KeyHint> hints) {
        GridPane grid = new GridPane(16, 8);
        int row = 0;
        for (KeyHint hint : hints) {
            grid.addRow(row++, Parts.label(hint.keys(), "key"), Parts.label(texts.get(hint.textKey())));
        }
        return grid;
    }
}
