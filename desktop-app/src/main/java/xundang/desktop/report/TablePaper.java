package xundang.desktop.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.SubmittedInspection;
import xundang.desktop.inspection.SubmittedInspection.Row;
import xundang.desktop.platform.pdf.Grid;
import xundang.desktop.platform.pdf.Grid.Cell;
import xundang.desktop.platform.pdf.Paper;
import xundang.desktop.platform.pdf.Type;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.template.TableRule;

/** The tables of an inspection whole: lists such as 离线清单, and jar tables. */
final class TablePaper {
    private final Paper paper;
    private final Words words;
    private final LimitText limits;

    TablePaper(Paper paper, Words words, LimitText limits) {
        this.paper = paper;
        this.words = words;
        this.limits = limits;
    }

    void print(SubmittedInspection inspection) throws IOException {
        for (Row row : inspection.rows()) {
            Reading original = row.original();
            Reading now = row.now();
            if (original != null) {
                one(row, original.value(), words.name(row.slot()));
            }
            if (now != null && row.corrected()) {
                one(row, now.value(), words.get("report.table.corrected", words.name(row.slot())));
            }
        }
    }

    private void one(Row row, @Nullable ReadingValue value, String title) throws IOException {
        if (value instanceof ReadingValue.Table table && !table.rows().isEmpty()) {
            paper.heading(row.slot().id() + " " + title);
            table(row, table);
        } else if (value instanceof ReadingValue.Jars jars) {
            paper.heading(row.slot().id() + " " + title);
            new JarPaper(paper, words, limits).print(row, jars);
        }
    }

    private void table(Row row, ReadingValue.Table table) throws IOException {
        TableRule rule = row.slot().item().table();
        List<String> ids = rule == null
                ? table.rows().stream()
                        .flatMap(cells -> cells.keySet().stream())
                        .distinct()
                        .toList()
                : rule.columns().stream().map(TableRule.Column::id).toList();
        List<String> head = new ArrayList<>();
        head.add(words.get("report.table.number"));
        ids.forEach(id -> head.add(rule == null ? id : title(rule.column(id).orElseThrow())));
        float[] shares = new float[head.size()];
        Arrays.fill(shares, 10);
        shares[0] = 4;
        Grid grid = new Grid(paper, head, shares);
        int number = 1;
        for (Map<String, String> cells : table.rows()) {
            List<Cell> line = new ArrayList<>();
            line.add(Cell.of(Integer.toString(number++)));
            for (String id : ids) {
                String cell = cells.getOrDefault(id, "");
                line.add(Cell.of(rule == null ? cell : shown(rule.column(id).orElseThrow(), cell)));
            }
            grid.row(line.toArray(Cell[]::new));
        }
        paper.text(words.get("report.table.end", table.rows().size()), Type.SMALL);
    }

    private String title(TableRule.Column column) {
        String label = words.of(column.label());
        return column.unit() == null ? label : label + " (" + column.unit() + ")";
    }

    private String shown(TableRule.Column column, String cell) {
        return switch (column.kind()) {
            case YES_NO, CHOICE -> cell.isEmpty() ? "" : words.option(column.options(), cell);
            case TEXT, NUMBER, POSITION, DATE -> cell;
        };
    }
}
