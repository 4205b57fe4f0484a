package xundang.desktop.platform.theme;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/** Theme and text size of the window, switchable while it is open. Interface's thread. */
public final class Appearance {
    private static final double SMALLEST = 0.8;
    private static final double LARGEST = 2.0;
    private static final double STEP = 0.1;

    private final ObjectProperty<ThemeChoice> theme = new SimpleObjectProperty<>(ThemeChoice.LIGHT);
    private final DoubleProperty scale = new SimpleDoubleProperty(1);

    /** The theme that is switched on. */
    public ObjectProperty<ThemeChoice> themeProperty() {
        return theme;
    }

    /** Ctrl + and Ctrl −: one step larger or smaller, from 0.8 to 2 times. */
    public void grow(int steps) {
        scale.set(Math.clamp(scale.get() + steps * STEP, SMALLEST, LARGEST));
    }

    /** Dresses a scene now and whenever the choice changes. */
    public void dress(Scene scene) {
        theme.subscribe(() -> apply(scene));
        scale.subscribe(() -> apply(scene));
        apply(scene);
    }

    private void apply(Scene scene) {
        ThemeChoice now = theme.get();
        Application.setUserAgentStylesheet(now.base());
        List<String> sheets = Stream.concat(now.sheets().stream(), Stream.of("screens.css"))
                .map(Appearance::resource)
                .toList();
        scene.getStylesheets().setAll(sheets);
        scene.getRoot()
                .setStyle("-fx-font-family: \"" + Fonts.FAMILY + "\"; -fx-font-size: "
                        + Math.round(now.basePixels() * scale.get()) + "px;");
    }

    private static String resource(String name) {
        URL url = Appearance.class.getResource(name);
        return Objects.requireNonNull(url, name).toExternalForm();
    }
}
