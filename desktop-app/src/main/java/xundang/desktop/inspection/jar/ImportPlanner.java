package xundang.desktop.inspection.jar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.jar.ImportProblem.Kind;
import xundang.model.battery.OhmicUnit;
import xundang.model.template.NumberInput;

/** Sorts the rows of a tester's file into what can be taken over and what can not. */
public final class ImportPlanner {
    /** {@code 12}, {@code 012}, {@code #12}, {@code 12#}, {@code No.12}, {@code 第12节}, {@code Cell 12}, {@code 12.0}; one number only. */
    private static final Pattern POSITION = Pattern.compile("[^0-9]*([0-9]{1,6})(?:\\.0+)?[^0-9]*");

    /** Rows in which a tester sums up. */
    private static final Pattern SUMMARY =
            Pattern.compile(".*(平均|合计|总计|总和|总电压|最大|最小|最高|最低|极差|结论|average|avg|mean|total|sum|max|min).*");

    /** A reading with its unit behind it. */
    private static final Pattern WITH_UNIT = Pattern.compile("([-+0-9.,]+)\\s*([^-+0-9.,\\s].*)");

    /** A reading that went through a binary number on its way, 2.2530000209: its digits beyond the sixth decimal are noise. */
    private static final Pattern NOISY = Pattern.compile("[-+]?[0-9]{1,9}\\.[0-9]{7,20}");

    private static final int DECIMALS = 6;

    private final JarSheet sheet;
    private final FileTable table;
    private final ColumnMapping mapping;
    private final JarInput input;
    private final OhmicUnit unit;
    private final Map<JarCell, CellValue> values = new LinkedHashMap<>();
    private final List<ImportProblem> problems = new ArrayList<>();

    private ImportPlanner(JarSheet sheet, FileTable table, ColumnMapping mapping, @Nullable Integer cells) {
        this.sheet = sheet;
        this.table = table;
        this.mapping = mapping;
        unit = mapping.unit(JarColumn.OHMIC).ohmic().orElse(sheet.unit());
        input = new JarInput(unit, cells);
    }

    /**
     * The plan.
     *
     * @param cells 2 V cells of one jar; absent when the ledger does not say
     */
    public static ImportPlan plan(JarSheet sheet, FileTable table, ColumnMapping mapping, @Nullable Integer cells) {
        return new ImportPlanner(sheet, table, mapping, cells).plan();
    }

    /** A row of readings, with the position that it says it belongs to. */
    private record Row(int index, int position) {}

    private ImportPlan plan() {
        List<Row> rows = rows();
        Map<Integer, Integer> uses = new HashMap<>();
        rows.forEach(row -> uses.merge(row.position(), 1, Integer::sum));
        for (Row row : rows) {
            if (uses.getOrDefault(row.position(), 0) > 1) {
                problem(row.index(), null, positionText(row.index()), Kind.POSITION_TWICE);
            } else {
                mapping.columns().keySet().stream().sorted().forEach(column -> cell(row, column));
            }
        }
        problems.sort((one, other) -> Integer.compare(one.row(), other.row()));
        boolean ohmic = values.keySet().stream().anyMatch(cell -> cell.column() == JarColumn.OHMIC);
        Set<Integer> jars = values.keySet().stream().map(JarCell::position).collect(Collectors.toSet());
        return new ImportPlan(
                Map.copyOf(values),
                jars.size(),
                List.copyOf(problems),
                IntStream.rangeClosed(1, sheet.length())
                        .filter(position -> !values.containsKey(new JarCell(position, JarColumn.VOLTAGE)))
                        .boxed()
                        .toList(),
                (int) values.entrySet().stream().filter(this::replaces).count(),
                ohmic ? Optional.of(unit) : Optional.empty());
    }

    private boolean replaces(Map.Entry<JarCell, CellValue> entry) {
        return entry.getValue().replaces(sheet.value(entry.getKey()));
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        int counted = 0;
        for (int index = mapping.firstRow(); index < table.rows().size(); index++) {
            if (isBlank(index) || isSummary(index)) {
                continue;
            }
            counted++;
            Optional<Integer> position = mapping.position() == null ? Optional.of(counted) : position(index);
            if (position.isEmpty()) {
                problem(index, null, positionText(index), Kind.POSITION_UNREADABLE);
            } else if (position.get() < 1 || position.get() > sheet.length()) {
                problem(index, null, positionText(index), Kind.POSITION_OUT_OF_RANGE);
            } else {
                rows.add(new Row(index, position.get()));
            }
        }
        return rows;
    }

    private boolean isBlank(int index) {
        return table.rows().get(index).stream().allMatch(String::isBlank);
    }

    private boolean isSummary(int index) {
        return SUMMARY.matcher(TesterUnit.plain(table.rows().get(index).stream()
                        .filter(cell -> !cell.isBlank())
                        .findFirst()
                        .orElse("")))
                .matches();
    }

    private String positionText(int index) {
        Integer column = mapping.position();
        return column == null ? "" : table.cell(index, column);
    }

    private Optional<Integer> position(int index) {
        Matcher text = POSITION.matcher(TesterUnit.plain(positionText(index)));
        return text.matches() && !positionText(index).contains("-")
                ? Optional.of(Integer.parseInt(text.group(1)))
                : Optional.empty();
    }

    private void cell(Row row, JarColumn column) {
        String text = table.cell(row.index(), mapping.columns().getOrDefault(column, 0));
        if (text.isBlank()) {
            if (column == JarColumn.VOLTAGE) {
                problem(row.index(), column, text, Kind.NO_VOLTAGE);
            }
            return;
        }
        if (column == JarColumn.OHMIC && unit != sheet.unit() && sheet.hasOhmic()) {
            problem(row.index(), column, text, Kind.OTHER_UNIT);
            return;
        }
        CellInput read = column.isNumber() ? number(column, text) : input.read(column, text);
        switch (read) {
            case CellInput.Value value -> values.put(new JarCell(row.position(), column), value.value());
            case CellInput.Doubtful ignored -> problem(row.index(), column, text, Kind.ABSURD);
            case CellInput.Wrong wrong -> problem(row.index(), column, text, kind(wrong.fault()));
        }
    }

    /** A number in the column's unit, or in the one that is written behind it. */
    private CellInput number(JarColumn column, String text) {
        TesterUnit known = mapping.unit(column);
        String plain = TesterUnit.plain(text);
        Matcher parts = WITH_UNIT.matcher(plain);
        if (parts.matches()) {
            Optional<TesterUnit> own = TesterUnit.parse(parts.group(2))
                    .filter(it -> it.column() == column && it.ohmic().equals(known.ohmic()));
            return own.map(it -> number(column, parts.group(1), it))
                    .orElseGet(() -> new CellInput.Wrong(CellFault.NOT_A_NUMBER));
        }
        return number(column, plain, known);
    }

    private CellInput number(JarColumn column, String digits, TesterUnit in) {
        String read = NOISY.matcher(digits).matches()
                ? new BigDecimal(digits)
                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                : digits;
        return switch (NumberInput.parse(read)) {
            case NumberInput.Parsed parsed -> input.number(column, in.toTable(parsed.number()));
            case NumberInput.Absurd ignored -> new CellInput.Wrong(CellFault.TOO_MANY_DIGITS);
            case NumberInput.NotANumber ignored -> new CellInput.Wrong(CellFault.NOT_A_NUMBER);
            case NumberInput.Blank ignored -> new CellInput.Wrong(CellFault.NOT_A_NUMBER);
        };
    }

    private static Kind kind(CellFault fault) {
        return switch (fault) {
            case NOT_POSITIVE -> Kind.NOT_POSITIVE;
            case TOO_MANY_DIGITS, ABSURD -> Kind.ABSURD;
            case UNKNOWN_LOOK -> Kind.UNKNOWN_LOOK;
            case NOT_A_NUMBER, TOO_LONG, MEASURED_ALREADY, BEYOND_LAST_POSITION, BEYOND_LAST_COLUMN, RAGGED ->
                Kind.NOT_A_NUMBER;
        };
    }

    private void problem(int index, @Nullable JarColumn column, String text, Kind kind) {
        problems.add(new ImportProblem(index + 1, Optional.ofNullable(column), text, kind));
    }
}
