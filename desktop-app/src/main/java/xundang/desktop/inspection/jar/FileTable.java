package xundang.desktop.inspection.jar;

import java.util.List;

/**
 * What stands in a tester's file, as texts. A row's number is its number in the file, from 1; cells that the file does not have are blank.
 *
 * @param name of the file
 * @param rows cells, row by row, empty rows included
 * @param width most cells in a row
 */
public record FileTable(String name, List<List<String>> rows, int width) {
    /** Rows of any length. */
    static FileTable of(String name, List<List<String>> rows) {
        return new FileTable(
                name,
                List.copyOf(rows),
                rows.stream().mapToInt(List::size).max().orElse(0));
    }

    /** A cell's text by row and column from 0; blank where there is none. */
    public String cell(int row, int column) {
        List<String> cells = rows.get(row);
        return column < cells.size() ? cells.get(column) : "";
    }
}
