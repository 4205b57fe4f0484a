package xundang.desktop.inspection.jar;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Tables in text files. The encoding is the first one in which every byte makes sense; none is guessed. */
final class PlainTables {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Contains GBK and GB2312. */
    private static final Charset GB18030 = Charset.forName("GB18030");

    private PlainTables() {}

    static List<List<String>> rows(byte[] bytes) throws FileRefused {
        String text = decoded(bytes).orElseThrow(() -> new FileRefused(FileRefusal.NOT_TEXT));
        if (text.isBlank()) {
            throw new FileRefused(FileRefusal.EMPTY);
        }
        List<List<String>> rows;
        try {
            rows = SeparatedText.rows(text, SeparatedText.separator(text), TesterFile.MOST_ROWS + 1);
        } catch (CsvParseException e) {
            throw new FileRefused(FileRefusal.BROKEN_CSV, e);
        }
        if (rows.size() > TesterFile.MOST_ROWS) {
            throw new FileRefused(FileRefusal.TOO_MANY_CELLS);
        }
        return rows;
    }

    private static Optional<String> decoded(byte[] bytes) {
        return utf16(bytes).or(() -> strictly(bytes, StandardCharsets.UTF_8)).or(() -> strictly(bytes, GB18030));
    }

    /** With its mark, or without it where every other byte of the beginning is zero, as in Latin letters and digits. */
    private static Optional<String> utf16(byte[] bytes) {
        if (bytes.length < 4 || bytes.length % 2 != 0) {
            return Optional.empty();
        }
        int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        if (mark == 0xFEFF || mark == 0xFFFE) {
            return strictly(bytes, mark == 0xFEFF ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
        if (bytes[1] == 0 && bytes[3] == 0) {
            return strictly(bytes, StandardCharsets.UTF_16LE);
        }
        return bytes[0] == 0 && bytes[2] == 0 ? strictly(bytes, StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            String bare = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
            return isText(bare) ? Optional.of(bare) : Optional.empty();
        } catch (CharacterCodingException notThisCharset) {
            return Optional.empty();
        }
    }

    /** Control characters do not occur in tables; a picture is full of them. */
    private static boolean isText(String text) {
        return text.chars().noneMatch(at -> at < ' ' && at != '\t' && at != '\n' && at != '\r' && at != '\f');
    }
}
