package xundang.desktop.inspection.ui.jar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.jar.ColumnMapping;
import xundang.desktop.inspection.jar.FileTable;
import xundang.desktop.inspection.jar.JarColumn;
import xundang.desktop.inspection.jar.TesterUnit;
import xundang.desktop.inspection.ui.jar.JarImportViewModel.State;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;

/** Which column of the file is which, in which unit, and where the readings begin. */
final class MappingEditor extends GridPane {
    private static final int NONE = -1;
    private static final List<JarColumn> COLUMNS =
            List.of(JarColumn.VOLTAGE, JarColumn.OHMIC, JarColumn.TEMPERATURE, JarColumn.LOOK);
    private static final int FIRST_ROWS = 30;

    private final FileTable table;
    private final ColumnMapping mapping;
    private final UiTexts texts;
    private final Consumer<ColumnMapping> changed;

    MappingEditor(State.Preview preview, UiTexts texts, Consumer<ColumnMapping> changed) {
        table = preview.table();
        mapping = preview.mapping();
        this.texts = texts;
        this.changed = changed;
        setHgap(8);
        setVgap(6);
        setId("jar-mapping");
        setMinWidth(USE_PREF_SIZE);
        Integer position = mapping.position();
        line(
                0,
                "inspection.jar.entered.POSITION",
                columns(
                        "POSITION",
                        position,
                        "inspection.jar.import.inOrder",
                        to -> changed.accept(mapping.withPosition(to))));
        for (JarColumn column : COLUMNS) {
            ComboBox<Integer> box = columns(
                    column.name(),
                    mapping.column(column).orElse(null),
                    "inspection.jar.import.notRead",
                    to -> changed.accept(mapping.with(column, to)));
            line(getRowCount(), "inspection.jar.entered." + column, box);
            if (column.isNumber()) {
                add(units(column), 2, getRowCount() - 1);
            }
        }
        line(getRowCount(), "inspection.jar.import.firstRow", firstRow());
    }

    private void line(int row, String key, Node input) {
        add(Parts.label(texts.get(key)), 0, row);
        add(input, 1, row);
    }

    private ComboBox<Integer> columns(
            String id, @Nullable Integer present, String noneKey, Consumer<@Nullable Integer> chosen) {
        ComboBox<Integer> box = new ComboBox<>();
        box.setId("jar-map-" + id);
        box.setPrefWidth(180);
        box.setConverter(shown(column -> column == NONE ? texts.get(noneKey) : name(column)));
        box.getItems().add(NONE);
        for (int column = 0; column < table.width(); column++) {
            box.getItems().add(column);
        }
        box.setValue(present == null ? NONE : present);
        box.setOnAction(ignored -> chosen.accept(box.getValue() == NONE ? null : box.getValue()));
        return box;
    }

    /** What stands over the readings, or the column's number. */
    private String name(int column) {
        String number = texts.get("inspection.jar.import.column", column + 1);
        String above = "";
        for (int row = mapping.firstRow() - 1; row >= 0 && above.isBlank(); row--) {
            above = table.cell(row, column);
        }
        return above.isBlank() ? number : number + " " + above;
    }

    private ComboBox<TesterUnit> units(JarColumn column) {
        ComboBox<TesterUnit> box = new ComboBox<>();
        box.setId("jar-unit-" + column);
        box.getItems().setAll(TesterUnit.of(column));
        box.setConverter(shown(TesterUnit::sign));
        box.setValue(mapping.unit(column));
        box.setOnAction(ignored -> changed.accept(mapping.with(box.getValue())));
        return box;
    }

    private ComboBox<Integer> firstRow() {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < Math.min(FIRST_ROWS, table.rows().size()); row++) {
            rows.add(row);
        }
        ComboBox<Integer> box = new ComboBox<>();
        box.setId("jar-map-first");
        box.getItems().setAll(rows);
        box.setConverter(shown(row -> texts.get("inspection.jar.import.row", row + 1)));
        box.setValue(mapping.firstRow());
        box.setOnAction(ignored -> changed.accept(mapping.withFirstRow(box.getValue())));
        return box;
    }

    private static <T> StringConverter<T> shown(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("the box is not editable");
            }
        };
    }
}
