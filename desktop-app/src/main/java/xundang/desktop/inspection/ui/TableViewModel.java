package xundang.desktop.inspection.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.errors.PersonError;
import xundang.model.inspection.ReadingValue;
import xundang.model.template.TableCheck;
import xundang.model.template.TableRule;

/**
 * The rows of a table item while they are typed. There is always one empty row at the end, which is no part of the answer. Each cell that
 * changed is handed on at once. Interface's thread.
 */
final class TableViewModel {
    /** A place in the table, both from 0. */
    record Place(int row, int column) {}

    private final TableRule rule;
    private final Consumer<ReadingValue.@Nullable Table> answer;
    private final ObservableList<Map<String, String>> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(new Place(0, 0));
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Map<Place, TableCheck.Problem>> problems =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<@Nullable PersonError> notice = new ReadOnlyObjectWrapper<>();

    /**
     * @param held what the row holds now
     * @param answer gets the table after each change; nothing once it has no rows any more
     */
    TableViewModel(TableRule rule, ReadingValue.@Nullable Table held, Consumer<ReadingValue.@Nullable Table> answer) {
        this.rule = rule;
        this.answer = answer;
        if (held != null) {
            rows.addAll(held.rows());
        }
        rows.add(Map.of());
        check();
        beginCell();
    }

    List<TableRule.Column> columns() {
        return rule.columns();
    }

    /** All rows, the empty one at the end included. */
    ObservableList<Map<String, String>> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** What stands in the cell that has the cursor. */
    StringProperty textProperty() {
        return text;
    }

    /** What is wrong with which cell. */
    ReadOnlyObjectProperty<Map<Place, TableCheck.Problem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** What was not taken of something pasted. */
    ReadOnlyObjectProperty<@Nullable PersonError> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** The column of the cell that has the cursor. */
    TableRule.Column column() {
        return rule.columns().get(place.get().column());
    }

    /** Cells of the answer. */
    private List<Map<String, String>> filled() {
        return rows.stream().filter(row -> !row.isEmpty()).toList();
    }

    private void beginCell() {
        text.set(rows.get(place.get().row()).getOrDefault(column().id(), ""));
    }

    /** The cell keeps what is typed in it. */
    void commit() {
        Place at = place.get();
        String kept = at.row() < ReadingValue.Table.MAX_ROWS ? CellText.kept(column(), text.get()) : "";
        Map<String, String> row = new LinkedHashMap<>(rows.get(at.row()));
        String before = row.getOrDefault(column().id(), "");
        if (kept.equals(before)) {
            return;
        }
        if (kept.isEmpty()) {
            row.remove(column().id());
        } else {
            row.put(column().id(), kept);
        }
        rows.set(at.row(), Map.copyOf(row));
        changed();
        beginCell();
    }

    private void changed() {
        notice.set(null);
        if (rows.isEmpty() || !rows.getLast().isEmpty()) {
            rows.add(Map.of());
        }
        check();
        List<Map<String, String>> filled = filled();
        answer.accept(filled.isEmpty() ? null : new ReadingValue.Table(filled));
    }

    private void check() {
        List<Integer> shown = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (!rows.get(row).isEmpty()) {
                shown.add(row);
            }
        }
        Map<String, Integer> columns = new HashMap<>();
        rule.columns().forEach(column -> columns.put(column.id(), columns.size()));
        Map<Place, TableCheck.Problem> found = new HashMap<>();
        for (TableCheck.Cell cell : TableCheck.check(rule, new ReadingValue.Table(filled()))) {
            Optional.ofNullable(columns.get(cell.column()))
                    .ifPresent(column -> found.put(new Place(shown.get(cell.row()), column), cell.problem()));
        }
        problems.set(Map.copyOf(found));
    }

    /** Goes to a cell; what is typed in the present one is kept. */
    void go(int row, int column) {
        commit();
        place.set(new Place(
                Math.clamp(row, 0, rows.size() - 1),
                Math.clamp(column, 0, rule.columns().size() - 1)));
        beginCell();
    }

    /** Enter: the next cell, then the next row. False where the table is at its end: an empty row that nothing was typed in. */
    boolean next() {
        commit();
        Place at = place.get();
        if (rows.get(at.row()).isEmpty()) {
            return false;
        }
        boolean last = at.column() == rule.columns().size() - 1;
        go(last ? at.row() + 1 : at.row(), last ? 0 : at.column() + 1);
        return true;
    }

    /** Shift+Enter: the same backwards. False at the first cell. */
    boolean back() {
        commit();
        Place at = place.get();
        if (at.row() == 0 && at.column() == 0) {
            return false;
        }
        boolean first = at.column() == 0;
        go(first ? at.row() - 1 : at.row(), first ? rule.columns().size() - 1 : at.column() - 1);
        return true;
    }

    /** An empty row before the present one. */
    void insertRow() {
        commit();
        int row = place.get().row();
        if (!rows.get(row).isEmpty()) {
            rows.add(row, Map.of());
            check();
        }
        go(row, 0);
    }

    /** Takes the present row out. */
    void deleteRow() {
        int row = place.get().row();
        if (row == rows.size() - 1) {
            text.set("");
            commit();
            return;
        }
        Map<String, String> gone = rows.remove(row);
        place.set(new Place(Math.min(row, rows.size() - 1), 0));
        beginCell();
        if (!gone.isEmpty()) {
            changed();
        }
    }

    /** There is nothing to list, which is an answer too; only for a table that has no rows. */
    void none() {
        commit();
        if (filled().isEmpty()) {
            notice.set(null);
            answer.accept(new ReadingValue.Table(List.of()));
        }
    }

    /**
     * Cells from a spreadsheet, from the present cell on: tabs between cells, one line per row. What has no place here, because a line has
     * more cells than the table has columns, is left out and told.
     */
    void paste(String pasted) {
        List<String> lines = pasted.lines().toList();
        Place at = place.get();
        if (at.row() + lines.size() > ReadingValue.Table.MAX_ROWS) {
            notice.set(PersonError.of("E-FORM-116", "inspection.error.pasteTooMany", ReadingValue.Table.MAX_ROWS));
            return;
        }
        List<Integer> ragged = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            List<String> cells = List.of(lines.get(line).split("\t", -1));
            int room = rule.columns().size() - at.column();
            if (cells.stream().skip(room).anyMatch(cell -> !cell.isBlank())) {
                ragged.add(line + 1);
            }
            put(at.row() + line, at.column(), cells.stream().limit(room).toList());
        }
        changed();
        place.set(new Place(Math.min(at.row() + lines.size(), rows.size() - 1), at.column()));
        beginCell();
        if (!ragged.isEmpty()) {
            notice.set(PersonError.of(
                    "E-FORM-117",
                    "inspection.error.pasteRagged",
                    ragged.stream().limit(5).map(Objects::toString).collect(Collectors.joining("、")),
                    rule.columns().size()));
        }
    }

    private void put(int row, int first, List<String> cells) {
        while (row >= rows.size()) {
            rows.add(Map.of());
        }
        Map<String, String> now = new LinkedHashMap<>(rows.get(row));
        for (int cell = 0; cell < cells.size(); cell++) {
            TableRule.Column column = rule.columns().get(first + cell);
            String kept = CellText.kept(column, cells.get(cell));
            if (kept.isEmpty()) {
                now.remove(column.id());
            } else {
                now.put(column.id(), kept);
            }
        }
        rows.set(row, Map.copyOf(now));
    }
}
