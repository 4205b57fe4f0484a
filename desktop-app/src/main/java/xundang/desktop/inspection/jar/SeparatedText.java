package xundang.desktop.inspection.jar;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Texts with a separator between cells, as spreadsheets and testers write them. */
final class SeparatedText {
    private static final List<Character> SEPARATORS = List.of('\t', ';', ',');
    private static final int LOOKED_AT = 30;

    private SeparatedText() {}

    /**
     * The cells, row by row; empty rows are kept, so that a row's number is that of the file.
     *
     * @param most rows; the rest is not read
     * @throws CsvParseException if quotation marks do not match
     */
    static List<List<String>> rows(String text, char separator, int most) {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                if (rows.size() == most) {
                    break;
                }
                rows.add(record.getFields().stream().map(String::strip).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /**
     * The separator that cuts the first lines into the most even columns; a comma if none does. Among equals a comma comes last: decimal commas
     * are as even as the semicolons around them.
     */
    static char separator(String text) {
        String[] lines =
                text.lines().filter(line -> !line.isBlank()).limit(LOOKED_AT).toArray(String[]::new);
        return SEPARATORS.stream()
                .max(Comparator.comparingLong(separator -> evenness(lines, separator)))
                .filter(separator -> evenness(lines, separator) > 0)
                .orElse(',');
    }

    /** How many lines have the most usual number (but none) of that separator outside quotation marks. */
    private static long evenness(String[] lines, char separator) {
        long[] counts = Arrays.stream(lines)
                .mapToLong(line -> count(line, separator))
                .filter(n -> n > 0)
                .toArray();
        return Arrays.stream(counts)
                .map(count ->
                        Arrays.stream(counts).filter(other -> other == count).count())
                .max()
                .orElse(0);
    }

    private static long count(String line, char separator) {
        boolean quoted = false;
        long count = 0;
        for (int i = 0; i < line.length(); i++) {
            char at = line.charAt(i);
            if (at == '"') {
                quoted = !quoted;
            } else if (at == separator && !quoted) {
                count++;
            }
        }
        return count;
    }
}
