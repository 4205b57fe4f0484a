package xundang.desktop.platform.theme;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.fx.UiTexts;

/** An error in its place on the screen: what happened, what is safe, what to do, the code, and a retry where there is one. */
public final class ErrorPanel extends HBox {
    private final UiTexts texts;
    private final @Nullable Runnable retry;

    public ErrorPanel(UiTexts texts) {
        this(texts, null);
    }

    public ErrorPanel(UiTexts texts, @Nullable Runnable retry) {
        this.texts = texts;
        this.retry = retry;
        getStyleClass().addAll("error-panel", "row");
        show(null);
    }

    /** Shows the error, or hides the panel. */
    public void show(@Nullable PersonError error) {
        getChildren().clear();
        Parts.shown(this, error != null);
        if (error == null) {
            return;
        }
        Object[] arguments = error.arguments().toArray();
        VBox words = Parts.column(
                4,
                Parts.wrapped(texts.get(error.key() + ".what", arguments), "strong"),
                Parts.wrapped(texts.get(error.key() + ".safe", arguments)),
                Parts.wrapped(texts.get(error.key() + ".todo", arguments)),
                Parts.label(error.code(), "caption", "figures"));
        HBox.setHgrow(words, Priority.ALWAYS);
        FontIcon icon = new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE);
        getChildren().addAll(icon, words);
        if (retry != null) {
            getChildren().add(Parts.button("error-retry", texts.get("platform.retry"), MaterialDesignR.REFRESH, retry));
        }
    }
}
