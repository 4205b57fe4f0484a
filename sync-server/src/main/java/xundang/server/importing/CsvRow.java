package xundang.server.importing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a file. Reading a cell that does not fit adds a problem and goes on, so that a person sees all problems at once.
 *
 * @param line line of the file, from 1
 * @param cells column → text without blanks around it
 * @param problems where problems of this file are collected; shared by all its rows
 */
record CsvRow(int line, Map<String, String> cells, List<RowProblem> problems) {
    private static final int MAX_QUANTITY = 10_000;

    /** The cell's text; empty when the source says nothing. */
    String text(String column) {
        return cells.getOrDefault(column, "");
    }

    /** The cell's text, which the row cannot do without. */
    String required(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            problem(column, "不能为空。");
        }
        return text;
    }

    /** A decimal number; empty when the cell is. */
    Optional<BigDecimal> decimal(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("-?\\d{1,12}(\\.\\d{1,6})?")) {
            problem(column, "应为数字，现为“" + text + "”。");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    /** How many pieces the row stands for; empty when the source does not say. */
    Optional<Integer> quantity(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_QUANTITY) {
            problem(column, "应为 1 到 " + MAX_QUANTITY + " 的整数，现为“" + text + "”。");
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(text));
    }

    void problem(String column, String message) {
        problems.add(new RowProblem(line, column, message));
    }
}
