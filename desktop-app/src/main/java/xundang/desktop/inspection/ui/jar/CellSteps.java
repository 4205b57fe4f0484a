package xundang.desktop.inspection.ui.jar;

import xundang.desktop.inspection.jar.JarCell;
import xundang.desktop.inspection.jar.JarColumn;

/** Where the cursor goes. At the ends of the table it stays. */
final class CellSteps {
    private static final int LAST_COLUMN = JarColumn.ALL.size() - 1;

    private CellSteps() {}

    /** Down or up; from the end of a column of numbers to the next column, so that a string is typed value by value. */
    static JarCell along(JarCell from, boolean forward, int length) {
        int column = from.column().place();
        if (forward) {
            boolean last = from.position() == length;
            boolean more = column < JarColumn.LOOK.place();
            return !last ? by(from, 1, 0, length) : more ? new JarCell(1, JarColumn.ALL.get(column + 1)) : from;
        }
        boolean first = from.position() == 1;
        return !first
                ? by(from, -1, 0, length)
                : column > 0 ? new JarCell(length, JarColumn.ALL.get(column - 1)) : from;
    }

    /** Right or left; from the end of a row to the next one. */
    static JarCell across(JarCell from, boolean forward, int length) {
        int column = from.column().place() + (forward ? 1 : -1);
        if (column < 0) {
            return from.position() == 1 ? from : new JarCell(from.position() - 1, JarColumn.ALL.get(LAST_COLUMN));
        }
        if (column > LAST_COLUMN) {
            return from.position() == length ? from : new JarCell(from.position() + 1, JarColumn.VOLTAGE);
        }
        return new JarCell(from.position(), JarColumn.ALL.get(column));
    }

    /** So many rows and columns, as far as there are any. */
    static JarCell by(JarCell from, int rows, int columns, int length) {
        return new JarCell(
                Math.clamp(from.position() + rows, 1, Math.max(1, length)),
                JarColumn.ALL.get(Math.clamp(from.column().place() + columns, 0, LAST_COLUMN)));
    }
}
