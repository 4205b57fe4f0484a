package xundang.desktop.inspection.ui.jar;

import javafx.beans.property.ObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import xundang.desktop.inspection.jar.JarCell;
import xundang.desktop.inspection.jar.JarMetric;

/** A drawn view of the whole string. A click or the arrow keys move the grid's cursor; Enter and F6 go back to the grid. */
abstract class JarPicture extends Region {
    private final JarTableViewModel jars;
    private final Canvas canvas = new Canvas();
    private final TonePalette palette = new TonePalette(this::forget);
    private final ObjectProperty<JarMetric> metric;
    private Font font = Font.getDefault();

    /** @param toGrid the cursor goes back to the grid */
    JarPicture(JarTableViewModel jars, ObjectProperty<JarMetric> metric, Runnable toGrid) {
        this.jars = jars;
        this.metric = metric;
        getStyleClass().add("jar-picture");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setManaged(false);
        getChildren().addAll(palette, canvas);
        jars.revisionProperty().subscribe(this::redraw);
        jars.cellProperty().subscribe(this::redraw);
        metric.subscribe(this::forget);
        focusedProperty().subscribe(this::forget);
        setOnMousePressed(event -> {
            int position = at(event.getX(), event.getY());
            if (position >= 1 && position <= jars.sheet().length()) {
                jars.select(new JarCell(position, jars.cell().column()));
            }
            toGrid.run();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (!key.isShortcutDown() && !key.isAltDown()) {
                pressed(key, toGrid);
            }
        });
    }

    private void pressed(KeyEvent key, Runnable toGrid) {
        switch (key.getCode()) {
            case RIGHT -> jars.move(1, 0);
            case LEFT -> jars.move(-1, 0);
            case DOWN -> jars.move(across(), 0);
            case UP -> jars.move(-across(), 0);
            case ENTER, F6, ESCAPE -> toGrid.run();
            default -> {
                return;
            }
        }
        key.consume();
    }

    final JarTableViewModel jars() {
        return jars;
    }

    final JarMetric metric() {
        return metric.get();
    }

    final Canvas canvas() {
        return canvas;
    }

    final TonePalette palette() {
        return palette;
    }

    /** Height of the font. */
    final double em() {
        return font.getSize();
    }

    /** The font, at another size. */
    final Font font(double size) {
        return Font.font(font.getFamily(), size);
    }

    final void font(Font other) {
        if (!other.equals(font)) {
            font = other;
            forget();
        }
    }

    /** Only what is in sight is drawn. */
    private void redraw() {
        if (isVisible() && canvas.getWidth() > 0 && !jars.needsCount()) {
            draw();
        }
    }

    private void forget() {
        forgetDrawn();
        redraw();
    }

    /** Draws what differs from what is drawn. */
    abstract void draw();

    /** All has to be drawn anew. */
    abstract void forgetDrawn();

    /** The jar drawn there; 0 for none. */
    abstract int at(double x, double y);

    /** How many jars the arrow keys up and down go. */
    abstract int across();

    /** It came into sight. */
    final void shown() {
        forget();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth() - 2);
        double height = Math.max(0, getHeight() - 2);
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            canvas.relocate(1, 1);
            forget();
        }
    }
}
