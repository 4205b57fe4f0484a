package xundang.desktop.platform.theme;

import javafx.scene.control.ListView;

/**
 * Rows of one height, which lets a list of a hundred thousand scroll. The height is given in the style sheet in units of the font, because
 * the sunlight theme has a larger one.
 */
public final class ListRows {
    private static final double BORDER = 4;

    private ListRows() {}

    /** Rows with two lines of text. */
    public static void ofTwoLines(ListView<?> list) {
        list.getStyleClass().add("two-line-rows");
    }

    /** Rows with three lines of text. */
    public static void ofThreeLines(ListView<?> list) {
        list.getStyleClass().add("three-line-rows");
    }

    /** Makes the list as high as {@code rows} of its rows, whatever they measure once styled. */
    public static void show(ListView<?> list, int rows) {
        list.prefHeightProperty()
                .bind(list.fixedCellSizeProperty().map(height -> Math.max(0, height.doubleValue()) * rows + BORDER));
    }
}
