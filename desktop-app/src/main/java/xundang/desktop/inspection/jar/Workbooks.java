package xundang.desktop.inspection.jar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** Excel workbooks (.xlsx). The first sheet that holds anything is the table; formulas count as what Excel last worked out. */
final class Workbooks {
    /** All parts of a workbook unpacked; eight times the largest file that is read. */
    private static final long MOST_UNPACKED = 64L * 1024 * 1024;

    private static final int MOST_PARTS = 2_000;

    private Workbooks() {}

    /** Whether the bytes are Excel's, of any age. */
    static boolean isWorkbook(byte[] bytes) {
        return bytes.length >= 8 && (ReadableWorkbook.isOOXMLZipHeader(bytes) || ReadableWorkbook.isOLE2Header(bytes));
    }

    static List<List<String>> rows(byte[] bytes, BooleanSupplier givenUp) throws FileRefused {
        if (ReadableWorkbook.isOLE2Header(bytes)) {
            throw new FileRefused(FileRefusal.OLD_OR_LOCKED_EXCEL);
        }
        checkUnpacked(bytes, givenUp);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                Stream<Sheet> sheets = workbook.getSheets()) {
            for (Iterator<Sheet> all = sheets.iterator(); all.hasNext(); ) {
                List<List<String>> rows = rows(all.next(), givenUp);
                if (!rows.isEmpty() || givenUp.getAsBoolean()) {
                    return rows;
                }
            }
            return List.of();
        } catch (IOException | UncheckedIOException | ExcelReaderException e) {
            throw new FileRefused(FileRefusal.BROKEN_EXCEL, e);
        } catch (IndexOutOfBoundsException
                | IllegalArgumentException
                | NullPointerException
                | IllegalStateException e) {
            // What the library throws of a workbook whose parts contradict one another.
            throw new FileRefused(FileRefusal.BROKEN_EXCEL, e);
        }
    }

    /** Unpacks without keeping anything, before a reader does that keeps it all. */
    private static void checkUnpacked(byte[] bytes, BooleanSupplier givenUp) throws FileRefused {
        byte[] piece = new byte[TesterFile.PIECE];
        long unpacked = 0;
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            if (parts.size() > MOST_PARTS) {
                throw new FileRefused(FileRefusal.SWELLING_EXCEL);
            }
            for (ZipArchiveEntry part : parts) {
                try (InputStream in = zip.getInputStream(part)) {
                    for (int got = in.read(piece); got >= 0 && !givenUp.getAsBoolean(); got = in.read(piece)) {
                        unpacked += got;
                        if (unpacked > MOST_UNPACKED) {
                            throw new FileRefused(FileRefusal.SWELLING_EXCEL);
                        }
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new FileRefused(FileRefusal.BROKEN_EXCEL, e);
        }
    }

    private static List<List<String>> rows(Sheet sheet, BooleanSupplier givenUp) throws IOException, FileRefused {
        List<List<String>> rows = new ArrayList<>();
        try (Stream<Row> stream = sheet.openStream()) {
            for (Iterator<Row> all = stream.iterator(); all.hasNext() && !givenUp.getAsBoolean(); ) {
                Row row = all.next();
                if (row.getRowNum() > TesterFile.MOST_ROWS || row.getCellCount() > TesterFile.MOST_COLUMNS) {
                    throw new FileRefused(FileRefusal.TOO_MANY_CELLS);
                }
                while (rows.size() < row.getRowNum() - 1) {
                    rows.add(List.of());
                }
                rows.add(cells(row));
            }
        }
        return rows.stream().allMatch(List::isEmpty) ? List.of() : rows;
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < row.getCellCount(); column++) {
            cells.add(row.hasCell(column) ? text(row.getCell(column)) : "");
        }
        return cells;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getType()) {
            case NUMBER -> number(cell.asNumber());
            case FORMULA -> formula(cell);
            case STRING, BOOLEAN -> cell.getText().strip();
            case ERROR -> cell.getRawValue() == null ? "#" : cell.getRawValue();
            case EMPTY -> "";
        };
    }

    private static String formula(Cell cell) {
        return cell.getValue() instanceof BigDecimal number
                ? number(number)
                : cell.getText().strip();
    }

    /** A workbook keeps 2.253 as 2.2530000000000001; the shortest number that is the same double is what was entered. */
    private static String number(BigDecimal stored) {
        return new BigDecimal(Double.toString(stored.doubleValue()))
                .stripTrailingZeros()
                .toPlainString();
    }
}
