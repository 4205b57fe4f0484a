package xundang.desktop.inspection.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TesterFileTest {
    private static final String TABLE = "序号,电压(V),内阻(mΩ)\n1,2.25,0.50\n2,2.24,0.51\n";

    @TempDir
    private Path folder;

    private TesterFile read(byte[] bytes) throws IOException {
        Path file = folder.resolve("tester.dat");
        Files.write(file, bytes);
        return TesterFile.read(file, () -> false);
    }

    private List<List<String>> rows(byte[] bytes) throws IOException {
        return ((TesterFile.Read) read(bytes)).table().rows();
    }

    private FileRefusal refusal(byte[] bytes) throws IOException {
        return ((TesterFile.Refused) read(bytes)).why();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "UTF-16", "UTF-16LE", "UTF-16BE", "GB18030"})
    void eachUsualEncodingIsRead(String charset) throws IOException {
        String text = charset.startsWith("UTF-16") && charset.length() > 6 ? "\uFEFF" + TABLE : TABLE;
        assertThat(rows(text.getBytes(Charset.forName(charset))).getFirst()).containsExactly("序号", "电压(V)", "内阻(mΩ)");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstCell() throws IOException {
        assertThat(rows(("\uFEFF" + TABLE).getBytes(StandardCharsets.UTF_8)).getFirst().getFirst())
                .isEqualTo("序号");
    }

    @Test
    void utf16WithoutItsMarkIsRead() throws IOException {
        assertThat(rows("No,V\n1,2.25\n".getBytes(StandardCharsets.UTF_16LE)).get(1)).containsExactly("1", "2.25");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void eachUsualSeparatorIsFound(String separator) throws IOException {
        assertThat(rows(TABLE.replace(",", separator).getBytes(StandardCharsets.UTF_8)).get(2))
                .containsExactly("2", "2.24", "0.51");
    }

    @Test
    void decimalCommasBetweenSemicolonsStayInTheirCells() throws IOException {
        assertThat(rows("No;U\n1;2,25\n2;2,24\n".getBytes(StandardCharsets.UTF_8)).get(1))
                .containsExactly("1", "2,25");
    }

    @Test
    void aWorkbookIsReadWithNumbersAsTheyWereEntered() throws IOException {
        Path file = folder.resolve("tester.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("empty");
            Worksheet sheet = workbook.newWorksheet("readings");
            sheet.value(0, 0, "编号");
            sheet.value(0, 1, "电压(V)");
            sheet.value(2, 0, 1);
            sheet.value(2, 1, 2.253);
        }
        TesterFile read = TesterFile.read(file, () -> false);
        assertThat(((TesterFile.Read) read).table().rows())
                .containsExactly(List.of("编号", "电压(V)"), List.of(), List.of("1", "2.253"));
    }

    @Test
    void whatIsNoTableIsRefusedPlainly() throws IOException {
        assertThat(refusal(new byte[0])).isEqualTo(FileRefusal.EMPTY);
        assertThat(refusal(" \n \n".getBytes(StandardCharsets.UTF_8))).isEqualTo(FileRefusal.EMPTY);
        assertThat(refusal(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})).isEqualTo(FileRefusal.NOT_TEXT);
        assertThat(refusal(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1, 2})).isEqualTo(FileRefusal.NOT_TEXT);
        assertThat(refusal("a,\"b\n1,2\n\"x\" y\",3\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FileRefusal.BROKEN_CSV);
    }

    @Test
    void anOldOrLockedWorkbookIsRefused() throws IOException {
        byte[] old = new byte[64];
        byte[] mark = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(mark, 0, old, 0, mark.length);
        assertThat(refusal(old)).isEqualTo(FileRefusal.OLD_OR_LOCKED_EXCEL);
    }

    @Test
    void aBrokenWorkbookIsRefused() throws IOException {
        Path file = folder.resolve("cut.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("readings");
            IntStream.range(0, 400).forEach(row -> sheet.value(row, 0, row * 7919 % 1000));
        }
        byte[] whole = Files.readAllBytes(file);
        assertThat(refusal(Arrays.copyOf(whole, whole.length / 2))).isEqualTo(FileRefusal.BROKEN_EXCEL);
        assertThat(refusal(zip("nothing.txt", 10))).isEqualTo(FileRefusal.BROKEN_EXCEL);
    }

    @Test
    void aCompressionBombIsRefusedBeforeItIsUnpacked() throws IOException {
        assertThat(refusal(zip("xl/worksheets/sheet1.xml", 80 * 1024 * 1024))).isEqualTo(FileRefusal.SWELLING_EXCEL);
    }

    private byte[] zip(String name, int zeros) throws IOException {
        Path file = folder.resolve("some.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] piece = new byte[64 * 1024];
            for (int left = zeros; left > 0; left -= piece.length) {
                zip.write(piece, 0, Math.min(left, piece.length));
            }
            zip.closeEntry();
        }
        return Files.readAllBytes(file);
    }

    @Test
    void tooMuchIsRefused() throws IOException {
        String rows = IntStream.range(0, 100_000).mapToObj(i -> i + ",2.25").collect(Collectors.joining("\n"));
        assertThat(refusal(rows.getBytes(StandardCharsets.UTF_8))).isEqualTo(FileRefusal.TOO_MANY_CELLS);
        assertThat(refusal((",".repeat(300) + "1\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FileRefusal.TOO_MANY_CELLS);
        assertThat(refusal(new byte[TesterFile.MOST_BYTES + 1])).isEqualTo(FileRefusal.TOO_LARGE);
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThat(TesterFile.read(folder.resolve("gone.csv"), () -> false))
                .isEqualTo(new TesterFile.Refused(FileRefusal.UNREADABLE));
    }

    @Test
    void readingIsGivenUpWhenThePersonSaysSo() throws IOException {
        Path file = folder.resolve("tester.csv");
        Files.writeString(file, TABLE);
        assertThat(TesterFile.read(file, () -> true)).isInstanceOf(TesterFile.GivenUp.class);
    }
}
