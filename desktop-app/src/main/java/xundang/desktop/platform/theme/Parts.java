package xundang.desktop.platform.theme;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small building blocks with the house's spacing (4 · 8 · 12 · 16 · 24 · 32) and type sizes. */
public final class Parts {
    private Parts() {}

    /** A label with style classes. */
    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A label that breaks its lines. */
    public static Label wrapped(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A button of at least 36 px with an icon before its word. */
    public static Button button(String id, String text, Ikon icon, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(ignored -> action.run());
        return button;
    }

    /** The one main action of a screen. */
    public static Button mainButton(String id, String text, Ikon icon, Runnable action) {
        Button button = button(id, text, icon, action);
        button.getStyleClass().add("accent");
        return button;
    }

    /** A quiet button for side actions. */
    public static Button quietButton(String id, String text, Ikon icon, Runnable action) {
        Button button = button(id, text, icon, action);
        button.getStyleClass().add("flat");
        return button;
    }

    /** Things side by side. */
    public static HBox row(double gap, Node... children) {
        HBox row = new HBox(gap, children);
        row.getStyleClass().add("row");
        return row;
    }

    /** Things one under the other. */
    public static VBox column(double gap, Node... children) {
        return new VBox(gap, children);
    }

    /** Takes the room that is left. */
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    /** Title line of a screen: title, what belongs to it, and the main action at the right. */
    public static HBox titleLine(String title, Node... right) {
        HBox line = row(12, label(title, "page-title"), spring());
        line.getChildren().addAll(right);
        line.getStyleClass().add("title-line");
        return line;
    }

    /** A box with a border, for things that belong together. */
    public static VBox card(double gap, Node... children) {
        VBox card = column(gap, children);
        card.getStyleClass().add("card");
        return card;
    }

    /** Shows a node or takes it out of the layout. */
    public static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
