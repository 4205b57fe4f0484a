package xundang.desktop.inspection.jar;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xundang.model.battery.JarReading;
import xundang.model.battery.OhmicUnit;
import xundang.model.inspection.ReadingValue;

/**
 * The table as laid out on the screen: one row for each position from 1 on, measured or not. Immutable.
 *
 * <p>Where the ledger knows the number of jars, an answer holds the rows in which something stands. Where it does not, the person says how many there
 * are, and the answer holds them all: the blank ones say how long the string is, and that they are still missing.
 */
public final class JarSheet {
    private final boolean counted;
    private final OhmicUnit unit;
    private final List<JarReading> rows;

    private JarSheet(boolean counted, OhmicUnit unit, List<JarReading> rows) {
        this.counted = counted;
        this.unit = unit;
        this.rows = List.copyOf(rows);
    }

    /**
     * The sheet for an answer.
     *
     * @param count jars of the string; absent when the ledger does not say
     * @param usual the unit while nothing says otherwise
     */
    public static JarSheet of(ReadingValue.@Nullable Jars answer, @Nullable Integer count, OhmicUnit usual) {
        List<JarReading> stored = answer == null ? List.of() : answer.jars();
        OhmicUnit unit = answer == null || answer.ohmicUnit() == null ? usual : answer.ohmicUnit();
        int last = stored.isEmpty() ? 0 : stored.getLast().position();
        List<JarReading> rows = blank(Math.max(last, count == null ? 0 : Math.min(count, JarReading.MAX_POSITION)));
        stored.forEach(row -> rows.set(row.position() - 1, row));
        return new JarSheet(count != null, unit, rows);
    }

    private static List<JarReading> blank(int length) {
        List<JarReading> rows = new ArrayList<>(length);
        for (int position = 1; position <= length; position++) {
            rows.add(blankRow(position));
        }
        return rows;
    }

    private static JarReading blankRow(int position) {
        return new JarReading(position, null, null, null, List.of(), null);
    }

    /** Whether the number of jars comes from the ledger. */
    public boolean isCounted() {
        return counted;
    }

    /** Number of rows; 0 while nobody has said how many jars there are. */
    public int length() {
        return rows.size();
    }

    public OhmicUnit unit() {
        return unit;
    }

    /** Rows by position, the first at index 0. */
    public List<JarReading> rows() {
        return rows;
    }

    /** The row of a position from 1 to {@link #length}. */
    public JarReading row(int position) {
        return rows.get(position - 1);
    }

    /** What stands in a cell. */
    public CellValue value(JarCell cell) {
        JarReading row = row(cell.position());
        return switch (cell.column()) {
            case VOLTAGE -> number(row.voltage());
            case OHMIC -> number(row.ohmic());
            case TEMPERATURE -> number(row.temperature());
            case LOOK -> row.appearance().isEmpty() ? new CellValue.Blank() : new CellValue.Looks(row.appearance());
            case REASON -> row.reason() == null ? new CellValue.Blank() : new CellValue.Words(row.reason());
        };
    }

    private static CellValue number(@Nullable BigDecimal number) {
        return number == null ? new CellValue.Blank() : new CellValue.Figure(number);
    }

    /** Whether anything stands in a cell. */
    public boolean isFilled(JarCell cell) {
        return !(value(cell) instanceof CellValue.Blank);
    }

    /** Why a value that is one of its column can not stand in this cell; a reason has no place beside a voltage. */
    public Optional<CellFault> obstacle(JarCell cell, CellValue value) {
        boolean reasonBesideVoltage =
                value instanceof CellValue.Words && row(cell.position()).voltage() != null;
        return reasonBesideVoltage ? Optional.of(CellFault.MEASURED_ALREADY) : Optional.empty();
    }

    /** The sheet with other values in some cells; a voltage takes the place of a reason. */
    public JarSheet with(Map<JarCell, CellValue> values) {
        List<JarReading> changed = new ArrayList<>(rows);
        values.forEach((cell, value) ->
                changed.set(cell.position() - 1, put(changed.get(cell.position() - 1), cell.column(), value)));
        return new JarSheet(counted, unit, changed);
    }

    /** The sheet with the ohmic values in another unit; they are not converted, so there must be none yet. */
    public JarSheet with(OhmicUnit other) {
        if (other != unit && hasOhmic()) {
            throw new IllegalArgumentException("there are values in " + unit);
        }
        return new JarSheet(counted, other, rows);
    }

    /** Whether any ohmic value stands in the sheet. */
    public boolean hasOhmic() {
        return rows.stream().anyMatch(row -> row.ohmic() != null);
    }

    /** The sheet with so many rows; empty if rows that would go are filled in. */
    public Optional<JarSheet> resized(int length) {
        if (length < rows.size() && rows.subList(length, rows.size()).stream().anyMatch(JarSheet::holds)) {
            return Optional.empty();
        }
        List<JarReading> resized = blank(length);
        for (int i = 0; i < Math.min(length, rows.size()); i++) {
            resized.set(i, rows.get(i));
        }
        return Optional.of(new JarSheet(counted, unit, resized));
    }

    /** What the form records: nothing while there is nothing to record. */
    public Optional<ReadingValue.Jars> answer() {
        List<JarReading> kept = counted ? rows.stream().filter(JarSheet::holds).toList() : rows;
        return kept.isEmpty() ? Optional.empty() : Optional.of(new ReadingValue.Jars(hasOhmic() ? unit : null, kept));
    }

    /** All that stands in it, as it is judged. */
    public ReadingValue.Jars table() {
        return new ReadingValue.Jars(unit, rows);
    }

    private static boolean holds(JarReading row) {
        return row.voltage() != null
                || row.ohmic() != null
                || row.temperature() != null
                || !row.appearance().isEmpty()
                || row.reason() != null;
    }

    private static JarReading put(JarReading row, JarColumn column, CellValue value) {
        BigDecimal number = value instanceof CellValue.Figure it ? it.number() : null;
        return switch (column) {
            case VOLTAGE ->
                new JarReading(
                        row.position(),
                        number,
                        row.ohmic(),
                        row.temperature(),
                        row.appearance(),
                        number == null ? row.reason() : null);
            case OHMIC ->
                new JarReading(
                        row.position(), row.voltage(), number, row.temperature(), row.appearance(), row.reason());
            case TEMPERATURE ->
                new JarReading(row.position(), row.voltage(), row.ohmic(), number, row.appearance(), row.reason());
            case LOOK ->
                new JarReading(
                        row.position(),
                        row.voltage(),
                        row.ohmic(),
                        row.temperature(),
                        value instanceof CellValue.Looks it ? it.looks() : List.of(),
                        row.reason());
            case REASON ->
                new JarReading(
                        row.position(),
                        row.voltage(),
                        row.ohmic(),
                        row.temperature(),
                        row.appearance(),
                        value instanceof CellValue.Words it ? it.text() : null);
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JarSheet sheet
                && counted == sheet.counted
                && unit == sheet.unit
                && rows.equals(sheet.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }
}
