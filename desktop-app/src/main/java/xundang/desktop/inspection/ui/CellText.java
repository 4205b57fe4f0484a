package xundang.desktop.inspection.ui;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import xundang.model.template.DateInput;
import xundang.model.template.NumberInput;
import xundang.model.template.TableRule;

/** What is typed or pasted into a table's cell, as the cell keeps it: plain digits, an ISO day, {@code yes}/{@code no}, an option's code. */
final class CellText {
    private static final List<String> YES = List.of("yes", "y", "是", "1", "true", "√");
    private static final List<String> NO = List.of("no", "n", "否", "2", "false", "×");

    private CellText() {}

    /** What cannot be read stays as it was typed, so that it can be corrected; the table's check says what is wrong with it. */
    static String kept(TableRule.Column column, String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return "";
        }
        return switch (column.kind()) {
            case TEXT -> text;
            case NUMBER, POSITION ->
                NumberInput.parse(text) instanceof NumberInput.Parsed number
                        ? number.number().toPlainString()
                        : text;
            case DATE ->
                DateInput.day(text) instanceof DateInput.Day day ? day.date().toString() : text;
            case YES_NO -> yesNo(text);
            case CHOICE -> option(column, text).orElse(text);
        };
    }

    private static String yesNo(String text) {
        String folded = folded(text);
        if (YES.contains(folded)) {
            return "yes";
        }
        return NO.contains(folded) ? "no" : text;
    }

    /** An option by its number, its code or its name in either language. */
    private static Optional<String> option(TableRule.Column column, String text) {
        String folded = folded(text);
        for (int place = 0; place < column.options().size(); place++) {
            var option = column.options().get(place);
            boolean meant = folded.equals(Integer.toString(place + 1))
                    || folded.equals(folded(option.code()))
                    || folded.equals(folded(option.label().zh()))
                    || folded.equals(folded(option.label().en()));
            if (meant) {
                return Optional.of(option.code());
            }
        }
        return Optional.empty();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
