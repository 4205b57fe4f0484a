package xundang.desktop.inspection.jar;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a tester's file is which of the table.
 *
 * @param firstRow first row with readings, from 0
 * @param position column with the jar's number, from 0; absent when the file has none and its rows are the jars in order
 * @param columns column of the file, from 0, by column of the table; what is not read is absent
 * @param units by column of the table; those of numbers only
 */
public record ColumnMapping(
        int firstRow, @Nullable Integer position, Map<JarColumn, Integer> columns, Map<JarColumn, TesterUnit> units) {
    public ColumnMapping {
        columns = Map.copyOf(columns);
        units = Map.copyOf(units);
    }

    /** The file's column for one of the table's. */
    public Optional<Integer> column(JarColumn column) {
        return Optional.ofNullable(columns.get(column));
    }

    /** The unit of a column; V, mΩ or °C if nothing else was said. */
    public TesterUnit unit(JarColumn column) {
        TesterUnit unit = units.get(column);
        return unit == null ? TesterUnit.of(column).getFirst() : unit;
    }

    /** The same with another column of the file for the jar's number; absent for none. */
    public ColumnMapping withPosition(@Nullable Integer other) {
        return new ColumnMapping(firstRow, other, columns, units);
    }

    /** The same beginning with another row. */
    public ColumnMapping withFirstRow(int row) {
        return new ColumnMapping(row, position, columns, units);
    }

    /** The same with another column of the file for one of the table's; absent for none. */
    public ColumnMapping with(JarColumn column, @Nullable Integer other) {
        Map<JarColumn, Integer> changed = new EnumMap<>(JarColumn.class);
        changed.putAll(columns);
        if (other == null) {
            changed.remove(column);
        } else {
            changed.put(column, other);
        }
        return new ColumnMapping(firstRow, position, changed, units);
    }

    /** The same with another unit. */
    public ColumnMapping with(TesterUnit unit) {
        Map<JarColumn, TesterUnit> changed = new EnumMap<>(JarColumn.class);
        changed.putAll(units);
        changed.put(unit.column(), unit);
        return new ColumnMapping(firstRow, position, columns, changed);
    }
}
