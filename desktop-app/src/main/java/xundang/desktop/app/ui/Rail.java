package xundang.desktop.app.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import xundang.desktop.platform.fx.UiTexts;

/** The left rail: icons, with words while the pointer or the focus is on it. It lies over the content, so nothing moves. */
final class Rail extends VBox {
    static final double WIDTH = 56;

    private static final double WIDE = 168;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Map<Place, Button> buttons = new EnumMap<>(Place.class);

    Rail(UiTexts texts, Consumer<Place> go) {
        super(4);
        getStyleClass().add("rail");
        for (Place place : Place.values()) {
            Button button = new Button("", new FontIcon(place.icon()));
            button.setId(place.id());
            button.textProperty().bind(texts.bind(place.textKey()));
            button.accessibleTextProperty().bind(texts.bind(place.textKey()));
            button.setFocusTraversable(false);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(ignored -> go.accept(place));
            buttons.put(place, button);
            getChildren().add(button);
        }
        hoverProperty().subscribe(this::widen);
        setMaxWidth(WIDTH);
    }

    private void widen(boolean wide) {
        double width = wide ? WIDE : WIDTH;
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
        buttons.values()
                .forEach(button -> button.setContentDisplay(wide ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY));
    }

    /** Marks where the person is; nothing for an object's file or a form. */
    void mark(@Nullable Place current) {
        buttons.forEach((place, button) -> button.pseudoClassStateChanged(CURRENT, place == current));
    }
}
