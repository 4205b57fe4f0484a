package xundang.desktop.inspection.ui.jar;

import java.util.HashSet;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import xundang.desktop.inspection.jar.ColumnMapping;
import xundang.desktop.inspection.jar.FileTable;
import xundang.desktop.inspection.ui.jar.JarImportViewModel.State;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;

/** The first rows of a file as they are, the columns that are read marked. */
final class PreviewTable extends ScrollPane {
    private static final int ROWS = 8;
    private static final int COLUMNS = 24;
    private static final int ABOVE = 2;

    PreviewTable(State.Preview preview, UiTexts texts) {
        setId("jar-preview");
        setFocusTraversable(false);
        FileTable table = preview.table();
        ColumnMapping mapping = preview.mapping();
        Set<Integer> read = new HashSet<>(mapping.columns().values());
        if (mapping.position() != null) {
            read.add(mapping.position());
        }
        GridPane grid = new GridPane();
        grid.getStyleClass().add("jar-preview");
        int from = Math.max(0, mapping.firstRow() - ABOVE);
        for (int row = from; row < Math.min(from + ROWS + ABOVE, table.rows().size()); row++) {
            Label number = Parts.label(Integer.toString(row + 1), "jar-preview-cell", "muted", "figures");
            grid.add(number, 0, row);
            for (int column = 0; column < Math.min(COLUMNS, table.width()); column++) {
                Label cell = Parts.label(table.cell(row, column), "jar-preview-cell", "figures");
                cell.setMaxWidth(Double.MAX_VALUE);
                if (read.contains(column) && row >= mapping.firstRow() - 1) {
                    cell.getStyleClass().add(row < mapping.firstRow() ? "jar-preview-name" : "jar-preview-read");
                }
                grid.add(cell, column + 1, row);
            }
        }
        setContent(Parts.column(
                4,
                Parts.label(texts.get("inspection.jar.import.rows", table.rows().size()), "caption"),
                grid));
    }
}
