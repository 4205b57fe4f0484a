package xundang.server.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A CSV file taken apart.
 *
 * @param header column names in order
 * @param rows without the header and without empty lines
 * @param problems what is wrong with it so far; rows add to it
 */
record CsvTable(List<String> header, List<CsvRow> rows, List<RowProblem> problems) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Charset GBK = Charset.forName("GBK");

    /** Reads UTF-8, with or without byte order mark, or GBK as spreadsheets in China write it. Never throws for bad content. */
    static CsvTable read(byte[] bytes) {
        List<RowProblem> problems = new ArrayList<>();
        Optional<String> text = text(bytes);
        if (text.isEmpty()) {
            problems.add(new RowProblem(1, "", "文件编码不是 UTF-8 或 GBK，请另存为 CSV UTF-8 后再导入。"));
            return new CsvTable(List.of(), List.of(), problems);
        }
        return parsed(text.get(), problems);
    }

    /** A file's text in UTF-8, without byte order mark, or in GBK; empty when it is in neither. */
    static Optional<String> text(byte[] bytes) {
        return decoded(bytes, StandardCharsets.UTF_8).or(() -> decoded(bytes, GBK));
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
        } catch (CharacterCodingException notThisCharset) {
            return Optional.empty();
        }
    }

    private static CsvTable parsed(String text, List<RowProblem> problems) {
        List<String> header = List.of();
        List<CsvRow> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                List<String> cells =
                        record.getFields().stream().map(String::strip).toList();
                int line = Math.toIntExact(record.getStartingLineNumber());
                if (header.isEmpty()) {
                    header = cells;
                } else if (cells.size() != header.size()) {
                    problems.add(new RowProblem(line, "", "应有 " + header.size() + " 列，实有 " + cells.size() + " 列。"));
                } else {
                    rows.add(new CsvRow(line, named(header, cells), problems));
                }
            }
        } catch (CsvParseException e) {
            problems.add(new RowProblem(1, "", "不是有效的 CSV，可能有引号没有配对。"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CsvTable(header, rows, problems);
    }

    private static Map<String, String> named(List<String> header, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            row.put(header.get(i), cells.get(i));
        }
        return row;
    }
}
