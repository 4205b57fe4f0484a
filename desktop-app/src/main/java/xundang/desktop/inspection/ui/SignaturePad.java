package xundang.desktop.inspection.ui;

import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.SVGPath;
import xundang.desktop.inspection.EntryLimits;

/**
 * A field to sign in with the mouse, a pen or a finger (JavaFX gives touches as mouse events); the path is kept as SVG path data. Tab reaches
 * it: Backspace or Ctrl+Z takes back the last stroke, Delete all of them. Who cannot sign types the name alone, or leaves the row out with a
 * reason, as any row.
 */
final class SignaturePad extends Pane {
    private static final double HEIGHT = 88;

    private final StringProperty strokes;
    private final double width;

    SignaturePad(StringProperty strokes, double width) {
        this.strokes = strokes;
        this.width = width;
        getStyleClass().add("signature-pad");
        setMinSize(width, HEIGHT);
        setMaxSize(width, HEIGHT);
        SVGPath ink = new SVGPath();
        ink.getStyleClass().add("ink");
        ink.contentProperty().bind(strokes);
        ink.setManaged(false);
        getChildren().add(ink);
        setFocusTraversable(true);
        setOnKeyPressed(this::takeBack);
        setOnMousePressed(event -> add("M", event));
        setOnMouseDragged(event -> add("L", event));
    }

    private void takeBack(KeyEvent key) {
        boolean last = key.getCode() == KeyCode.BACK_SPACE || (key.isShortcutDown() && key.getCode() == KeyCode.Z);
        if (last || key.getCode() == KeyCode.DELETE) {
            strokes.set(last ? withoutLast(strokes.get()) : "");
            key.consume();
        }
    }

    /** The path without its last stroke. */
    static String withoutLast(String path) {
        int begun = path.lastIndexOf('M');
        return begun <= 0 ? "" : path.substring(0, begun).strip();
    }

    private void add(String command, MouseEvent event) {
        double x = Math.clamp(event.getX(), 1, width - 1);
        double y = Math.clamp(event.getY(), 1, HEIGHT - 1);
        String step = String.format(Locale.ROOT, "%s%.1f %.1f", command, x, y);
        event.consume();
        if (strokes.get().length() + 1 + step.length() > EntryLimits.STROKES) {
            // The pen runs dry where everybody sees it; the counter beside the pad says why.
            return;
        }
        strokes.set(strokes.get().isEmpty() ? step : strokes.get() + " " + step);
    }
}
