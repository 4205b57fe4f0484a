package xundang.desktop.platform.theme;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says what would be here and what the first step is. */
public final class EmptyPanel extends VBox {
    public EmptyPanel(Ikon icon, String what, String firstStep, Node... actions) {
        super(8);
        getStyleClass().add("empty-panel");
        getChildren().addAll(new FontIcon(icon), Parts.label(what, "page-title"), Parts.wrapped(firstStep, "muted"));
        getChildren().addAll(actions);
    }
}
