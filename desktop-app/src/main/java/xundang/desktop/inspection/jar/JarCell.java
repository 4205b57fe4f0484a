package xundang.desktop.inspection.jar;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One cell of the table.
 *
 * @param position from 1
 */
public record JarCell(int position, JarColumn column) {
    /** Where a table is begun. */
    public static final JarCell FIRST = new JarCell(1, JarColumn.VOLTAGE);

    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,2})([vrtlw])");
    private static final String LETTERS = "vrtlw";

    /** A few characters for keeping where the cursor was: {@code 17v} is the voltage of jar 17. */
    public String text() {
        return Integer.toString(position) + LETTERS.charAt(column.place());
    }

    /** Reads such a text. */
    public static Optional<JarCell> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new JarCell(
                        Integer.parseInt(parts.group(1)), JarColumn.ALL.get(LETTERS.indexOf(parts.group(2)))))
                : Optional.empty();
    }
}
