package xundang.desktop.inspection.jar;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What pasting at a cell would do; nothing is changed by making it.
 *
 * @param values good cells
 * @param problems cells that are not taken, in the order of the text
 * @param replaced how many good cells stand where another value stands now
 */
public record PastePlan(Map<JarCell, CellValue> values, List<CellProblem> problems, int replaced) {
    /** More of the clipboard is not looked at: no string is longer, and a listing of problems must stay one. */
    private static final int MOST_ROWS = 2_000;

    /**
     * Lays a rectangle of texts, as spreadsheets put it on the clipboard, over the sheet.
     *
     * @param text rows end with a line break, cells with a tabulator
     */
    public static PastePlan of(JarSheet sheet, JarCell at, String text, JarInput input) {
        return new Laying(sheet, at, input).lay(rows(text));
    }

    private static List<List<String>> rows(String text) {
        List<List<String>> rows;
        try {
            rows = new ArrayList<>(SeparatedText.rows(text, '\t', MOST_ROWS));
        } catch (CsvParseException quotesOpen) {
            rows = new ArrayList<>(text.lines()
                    .limit(MOST_ROWS)
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList());
        }
        while (!rows.isEmpty() && rows.getLast().stream().allMatch(String::isBlank)) {
            rows.removeLast();
        }
        return rows;
    }

    /** One laying of a rectangle over a sheet. */
    private static final class Laying {
        private final JarSheet sheet;
        private final JarCell at;
        private final JarInput input;
        private final Map<JarCell, CellValue> values = new LinkedHashMap<>();
        private final List<CellProblem> problems = new ArrayList<>();
        private int replaced;

        Laying(JarSheet sheet, JarCell at, JarInput input) {
            this.sheet = sheet;
            this.at = at;
            this.input = input;
        }

        PastePlan lay(List<List<String>> rows) {
            int width = rows.isEmpty() ? 0 : rows.getFirst().size();
            for (int row = 0; row < rows.size(); row++) {
                List<String> cells = rows.get(row);
                if (cells.size() != width) {
                    problems.add(new CellProblem(row + 1, cells.size(), String.join(" ", cells), CellFault.RAGGED));
                }
                for (int column = 0; column < cells.size(); column++) {
                    lay(row, column, cells.get(column));
                }
            }
            return new PastePlan(Map.copyOf(values), List.copyOf(problems), replaced);
        }

        private void lay(int row, int column, String text) {
            if (text.isBlank()) {
                return;
            }
            int position = at.position() + row;
            int place = at.column().place() + column;
            if (place >= JarColumn.ALL.size()) {
                problem(row, column, text, CellFault.BEYOND_LAST_COLUMN);
                return;
            }
            if (position > sheet.length()) {
                problem(row, column, text, CellFault.BEYOND_LAST_POSITION);
                return;
            }
            JarCell cell = new JarCell(position, JarColumn.ALL.get(place));
            switch (input.read(cell.column(), text)) {
                case CellInput.Wrong wrong -> problem(row, column, text, wrong.fault());
                case CellInput.Doubtful ignored -> problem(row, column, text, CellFault.ABSURD);
                case CellInput.Value value -> take(row, column, text, cell, value.value());
            }
        }

        private void take(int row, int column, String text, JarCell cell, CellValue value) {
            JarCell voltage = new JarCell(cell.position(), JarColumn.VOLTAGE);
            boolean besideVoltage = value instanceof CellValue.Words && values.containsKey(voltage);
            if (besideVoltage || sheet.obstacle(cell, value).isPresent()) {
                problem(row, column, text, CellFault.MEASURED_ALREADY);
                return;
            }
            if (value.replaces(sheet.value(cell))) {
                replaced++;
            }
            values.put(cell, value);
        }

        private void problem(int row, int column, String text, CellFault fault) {
            problems.add(new CellProblem(row + 1, column + 1, text.strip(), fault));
        }
    }
}
