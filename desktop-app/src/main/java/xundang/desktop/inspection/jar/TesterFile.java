package xundang.desktop.inspection.jar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What reading the file of a battery tester came to. */
public sealed interface TesterFile {
    /** Largest file that is read: a string of 400 jars with a day of readings is a tenth of it. */
    int MOST_BYTES = 8 * 1024 * 1024;

    /** Most rows that are read. */
    int MOST_ROWS = 10_000;

    /** Most columns that are read. */
    int MOST_COLUMNS = 200;

    /** Bytes between two questions whether it was given up. */
    int PIECE = 64 * 1024;

    /** A table. */
    record Read(FileTable table) implements TesterFile {}

    /** It is no table that could be read; nothing was taken from it. */
    record Refused(FileRefusal why) implements TesterFile {}

    /** The person gave it up meanwhile. */
    record GivenUp() implements TesterFile {}

    /**
     * Reads CSV (UTF-8, UTF-16 or GBK; comma, semicolon or tabulator) or an Excel workbook (.xlsx), told apart by what is in it and not by its name. The file
     * is only read. May take as long as a dead share lets it: not on the interface's thread.
     *
     * @param givenUp asked now and then
     */
    static TesterFile read(Path file, BooleanSupplier givenUp) {
        Logger log = LoggerFactory.getLogger(TesterFile.class);
        try {
            byte[] bytes = bytes(file, givenUp);
            if (givenUp.getAsBoolean()) {
                return new GivenUp();
            }
            List<List<String>> rows =
                    Workbooks.isWorkbook(bytes) ? Workbooks.rows(bytes, givenUp) : PlainTables.rows(bytes);
            return givenUp.getAsBoolean() ? new GivenUp() : new Read(checked(file, rows));
        } catch (FileRefused refused) {
            log.info("{} {}", refused.why().code(), refused.why());
            return new Refused(refused.why());
        }
    }

    private static FileTable checked(Path file, List<List<String>> rows) throws FileRefused {
        FileTable table = FileTable.of(String.valueOf(file.getFileName()), rows);
        if (rows.stream().allMatch(row -> row.stream().allMatch(String::isBlank))) {
            throw new FileRefused(FileRefusal.EMPTY);
        }
        if (table.width() > MOST_COLUMNS) {
            throw new FileRefused(FileRefusal.TOO_MANY_CELLS);
        }
        return table;
    }

    private static byte[] bytes(Path file, BooleanSupplier givenUp) throws FileRefused {
        try (InputStream in = Files.newInputStream(file)) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            byte[] piece = new byte[PIECE];
            int got = in.read(piece);
            while (got >= 0 && all.size() <= MOST_BYTES && !givenUp.getAsBoolean()) {
                all.write(piece, 0, got);
                got = in.read(piece);
            }
            if (all.size() > MOST_BYTES) {
                throw new FileRefused(FileRefusal.TOO_LARGE);
            }
            if (all.size() == 0 && !givenUp.getAsBoolean()) {
                throw new FileRefused(FileRefusal.EMPTY);
            }
            return all.toByteArray();
        } catch (IOException e) {
            throw new FileRefused(FileRefusal.UNREADABLE, e);
        }
    }
}
