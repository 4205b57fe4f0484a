package xundang.desktop.inspection.jar;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.EntryLimits;
import xundang.model.battery.JarLook;
import xundang.model.battery.OhmicUnit;
import xundang.model.template.NumberInput;
import xundang.model.template.Range;

/**
 * Reads what stands in one cell. Full-width digits and decimal commas are taken as everywhere in a form. What a meter usually shows is
 * practice [P]; it only decides about a question, never about a verdict.
 *
 * @param unit of the ohmic column
 * @param cells 2 V cells of one jar; absent when the ledger does not say
 */
public record JarInput(OhmicUnit unit, @Nullable Integer cells) {
    private static final Range ANY_JAR = range("0.5", "20");
    private static final BigDecimal LOWEST_CELL = new BigDecimal("1.0");
    private static final BigDecimal HIGHEST_CELL = new BigDecimal("3.0");
    private static final Range MILLIOHM = range("0.02", "100");
    private static final Range SIEMENS = range("5", "20000");
    private static final Range CELSIUS = range("-20", "70");
    private static final Pattern BETWEEN = Pattern.compile("[\\s、,，;；/+]+");

    private static Range range(String low, String high) {
        return new Range(new BigDecimal(low), new BigDecimal(high));
    }

    /** Reads a text; blank is {@link CellValue.Blank}. */
    public CellInput read(JarColumn column, String text) {
        return switch (column) {
            case VOLTAGE, OHMIC, TEMPERATURE -> number(column, text);
            case LOOK -> looks(text);
            case REASON -> words(text);
        };
    }

    private CellInput number(JarColumn column, String text) {
        return switch (NumberInput.parse(text)) {
            case NumberInput.Blank ignored -> new CellInput.Value(new CellValue.Blank());
            case NumberInput.NotANumber ignored -> new CellInput.Wrong(CellFault.NOT_A_NUMBER);
            case NumberInput.Absurd ignored -> new CellInput.Wrong(CellFault.TOO_MANY_DIGITS);
            case NumberInput.Parsed parsed -> number(column, parsed.number());
        };
    }

    /** A number in the column's own unit. */
    CellInput number(JarColumn column, BigDecimal number) {
        if (column == JarColumn.OHMIC && number.signum() <= 0) {
            return new CellInput.Wrong(CellFault.NOT_POSITIVE);
        }
        CellValue value = new CellValue.Figure(number);
        Range usual = usual(column);
        return usual.contains(number) ? new CellInput.Value(value) : new CellInput.Doubtful(value, usual);
    }

    private Range usual(JarColumn column) {
        if (column == JarColumn.TEMPERATURE) {
            return CELSIUS;
        }
        if (column == JarColumn.OHMIC) {
            return switch (unit) {
                case RESISTANCE -> MILLIOHM;
                case CONDUCTANCE -> SIEMENS;
            };
        }
        if (cells == null) {
            return ANY_JAR;
        }
        BigDecimal count = BigDecimal.valueOf(cells);
        return new Range(LOWEST_CELL.multiply(count), HIGHEST_CELL.multiply(count));
    }

    private static CellInput looks(String text) {
        List<String> words = BETWEEN.splitAsStream(text.strip()).toList();
        List<JarLook> looks = new ArrayList<>();
        for (String word : words) {
            if (!word.isEmpty()) {
                Optional<JarLook> look = look(word);
                if (look.isEmpty()) {
                    return new CellInput.Wrong(CellFault.UNKNOWN_LOOK);
                }
                looks.add(look.get());
            }
        }
        return new CellInput.Value(
                looks.isEmpty()
                        ? new CellValue.Blank()
                        : new CellValue.Looks(looks.stream().distinct().sorted().toList()));
    }

    private static Optional<JarLook> look(String word) {
        return Arrays.stream(JarLook.values())
                .filter(look ->
                        look.label().zh().equals(word) || look.label().en().equalsIgnoreCase(word))
                .findFirst();
    }

    private static CellInput words(String text) {
        String words = text.strip();
        if (words.length() > EntryLimits.REASON) {
            return new CellInput.Wrong(CellFault.TOO_LONG);
        }
        return new CellInput.Value(words.isEmpty() ? new CellValue.Blank() : new CellValue.Words(words));
    }
}
