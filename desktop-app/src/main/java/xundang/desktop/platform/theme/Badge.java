package xundang.desktop.platform.theme;

import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;
import xundang.desktop.platform.fx.UiTexts;

/** A state as word, icon and colour. */
public final class Badge extends Label {
    private final UiTexts texts;

    public Badge(UiTexts texts) {
        this.texts = texts;
        getStyleClass().add("badge");
        setMinWidth(USE_PREF_SIZE);
    }

    public Badge(UiTexts texts, Enum<?> state) {
        this(texts);
        show(state);
    }

    /** Shows another state. */
    public void show(Enum<?> state) {
        Look look = Look.of(state);
        show(look, texts.get(look.textKey()));
    }

    /** Shows a state with a word of its own, such as a count. */
    public void show(Look look, String word) {
        setText(word);
        setGraphic(new FontIcon(look.icon()));
        getStyleClass().setAll("label", "badge", look.tone());
    }
}
