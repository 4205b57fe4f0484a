package xundang.model.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xundang.model.battery.JarReading;
import xundang.model.inspection.ReadingValue;

/** What is wrong with a filled table, cell by cell. A draft may hold any of it; a form that is submitted may not. Pure. */
public final class TableCheck {
    /** A cell is a name or a number, not a report. */
    public static final int MAX_CELL = 500;

    /** What can be wrong with a cell. */
    public enum Problem {
        /** A cell that every row needs. */
        MISSING,
        NOT_A_NUMBER,
        /** Not a whole number from 1 to 400. */
        NOT_A_POSITION,
        NOT_A_DATE,
        UNKNOWN_OPTION,
        /** The same cell as in an earlier row. */
        DUPLICATE,
        TOO_LONG,
        /** A column that the table does not have. */
        UNKNOWN_COLUMN
    }

    /**
     * One wrong cell.
     *
     * @param row from 0
     * @param column its id
     */
    public record Cell(int row, String column, Problem problem) {}

    private TableCheck() {}

    /** All wrong cells, by row, then in the order of the columns. */
    public static List<Cell> check(TableRule rule, ReadingValue.Table table) {
        List<Cell> wrong = new ArrayList<>();
        Map<String, Set<String>> seen = new HashMap<>();
        for (int row = 0; row < table.rows().size(); row++) {
            Map<String, String> cells = table.rows().get(row);
            for (TableRule.Column column : rule.columns()) {
                Optional<Problem> problem = problem(
                        column, cells.get(column.id()), seen.computeIfAbsent(column.id(), id -> new HashSet<>()));
                if (problem.isPresent()) {
                    wrong.add(new Cell(row, column.id(), problem.get()));
                }
            }
            for (String id : cells.keySet()) {
                if (rule.column(id).isEmpty()) {
                    wrong.add(new Cell(row, id, Problem.UNKNOWN_COLUMN));
                }
            }
        }
        return List.copyOf(wrong);
    }

    private static Optional<Problem> problem(TableRule.Column column, @Nullable String cell, Set<String> seen) {
        if (cell == null) {
            return column.required() ? Optional.of(Problem.MISSING) : Optional.empty();
        }
        if (cell.length() > MAX_CELL) {
            return Optional.of(Problem.TOO_LONG);
        }
        Optional<Problem> form = switch (column.kind()) {
            case TEXT -> Optional.empty();
            case NUMBER -> isNumber(cell) ? Optional.empty() : Optional.of(Problem.NOT_A_NUMBER);
            case POSITION -> isPosition(cell) ? Optional.empty() : Optional.of(Problem.NOT_A_POSITION);
            case YES_NO ->
                cell.equals("yes") || cell.equals("no") ? Optional.empty() : Optional.of(Problem.UNKNOWN_OPTION);
            case CHOICE ->
                column.options().stream().anyMatch(option -> option.code().equals(cell))
                        ? Optional.empty()
                        : Optional.of(Problem.UNKNOWN_OPTION);
            case DATE -> isDate(cell) ? Optional.empty() : Optional.of(Problem.NOT_A_DATE);
        };
        if (form.isPresent()) {
            return form;
        }
        return column.unique() && !seen.add(same(column, cell)) ? Optional.of(Problem.DUPLICATE) : Optional.empty();
    }

    /** 7 and 7.0 are the same number. */
    private static String same(TableRule.Column column, String cell) {
        return column.kind() == TableRule.ColumnKind.NUMBER
                ? new BigDecimal(cell).stripTrailingZeros().toPlainString()
                : cell;
    }

    private static boolean isNumber(String cell) {
        return Expression.NUMBER.matcher(cell).matches();
    }

    private static boolean isPosition(String cell) {
        return cell.matches("[1-9][0-9]{0,2}") && Integer.parseInt(cell) <= JarReading.MAX_POSITION;
    }

    private static boolean isDate(String cell) {
        try {
            LocalDate.parse(cell);
            return true;
        } catch (DateTimeParseException notADate) {
            return false;
        }
    }
}
