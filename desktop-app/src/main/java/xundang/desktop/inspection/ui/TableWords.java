package xundang.desktop.inspection.ui;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import xundang.desktop.platform.fx.UiTexts;
import xundang.model.gbcode.GbCode;
import xundang.model.gbcode.GbFinding;
import xundang.model.template.TableCheck;
import xundang.model.template.TableRule;

/** Says cells of a table, and what is wrong with them. */
final class TableWords {
    /** The column of GB/T 28181 codes; it takes a plain number of the ledger too. */
    private static final String GB_CODE = "gb_code";

    private static final String CAMERA = "camera";

    private TableWords() {}

    /** A cell as people read it. */
    static String shown(UiTexts texts, TableRule.Column column, Map<String, String> row) {
        String cell = row.getOrDefault(column.id(), "");
        return switch (column.kind()) {
            case CHOICE ->
                column.options().stream()
                        .filter(option -> option.code().equals(cell))
                        .findFirst()
                        .map(option -> texts.of(option.label()))
                        .orElse(cell);
            case YES_NO -> cell.isEmpty() ? "" : texts.ofCode("inspection.answer.", cell);
            case TEXT, NUMBER, POSITION, DATE -> cell;
        };
    }

    /** What can be typed in a column, for columns with a choice. */
    static String choices(UiTexts texts, TableRule.Column column) {
        return switch (column.kind()) {
            case CHOICE ->
                IntStream.range(0, column.options().size())
                        .mapToObj(place -> (place + 1) + "\u2002"
                                + texts.of(column.options().get(place).label()))
                        .collect(Collectors.joining("\u2003"));
            case YES_NO ->
                "1\u2002" + texts.get("inspection.answer.yes") + "\u20032\u2002" + texts.get("inspection.answer.no");
            case TEXT, NUMBER, POSITION, DATE -> "";
        };
    }

    /** What is wrong with a cell. */
    static String problem(UiTexts texts, TableCheck.Problem problem) {
        return texts.get("inspection.table." + problem.name());
    }

    /** Rules R1 to R6 for a GB/T 28181 code; nothing for a number of the ledger, or where nothing is wrong. */
    static String codeFindings(UiTexts texts, TableRule.Column column, String cell) {
        boolean digits = cell.length() > 9 && cell.chars().allMatch(it -> it >= '0' && it <= '9');
        return column.id().equals(GB_CODE) && digits
                ? GbCode.check(cell, CAMERA).stream()
                        .map(GbFinding::text)
                        .map(text -> text.in(texts.language().locale()))
                        .collect(Collectors.joining(" "))
                : "";
    }
}
