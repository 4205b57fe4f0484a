package xundang.desktop.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Finds what else a picture file is. An archive is read from its end and a PDF is looked for in its first kilobyte, so one file can be a sound
 * picture and a sound archive at once; a browser may take one for a page. Phones put harmless things behind a picture too, so only what
 * another program would open is refused.
 */
final class ForeignContent {
    /** A ZIP's end record lies at most this far from the end: 22 bytes and a remark. */
    private static final int ZIP_TAIL = 22 + 0xFFFF;

    private static final int ZIP_END = 0x06054B50;
    private static final int ZIP_DIRECTORY = 0x02014B50;

    /** Readers of PDF accept its mark this far into a file. */
    private static final int PDF_HEAD = 1024;

    /** Browsers look this far when they guess. */
    private static final int PAGE_REACH = 4096;

    private static final List<String> PAGES = List.of("<!doctype html", "<html", "<script", "<svg", "<iframe");

    private ForeignContent() {}

    /** Whether the file's end is that of a ZIP archive whose directory is where the end says. */
    static boolean isArchive(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = file.length - 22; at >= 0 && at >= file.length - ZIP_TAIL; at--) {
            if (in.getInt(at) == ZIP_END) {
                long directory = at - Integer.toUnsignedLong(in.getInt(at + 12));
                if (directory >= 0 && directory <= at - 4 && in.getInt((int) directory) == ZIP_DIRECTORY) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a reader of PDF would open the file. */
    static boolean isPdf(byte[] file) {
        return new String(file, 0, Math.min(file.length, PDF_HEAD), StandardCharsets.ISO_8859_1).contains("%PDF-");
    }

    /** Whether a block that carries words, such as a remark, holds a page. */
    static boolean isPage(byte[] file, int from, int length) {
        String text = new String(file, from, Math.min(length, PAGE_REACH), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        return PAGES.stream().anyMatch(text::contains);
    }

    /** Whether what lies behind the picture is a page, a document or a program. Archives are found from the end. */
    static boolean followsAt(byte[] file, int end) {
        int length = file.length - end;
        if (length <= 0) {
            return false;
        }
        byte[] behind = Arrays.copyOfRange(file, end, end + Math.min(length, PAGE_REACH));
        String head = new String(behind, StandardCharsets.ISO_8859_1);
        return isPage(behind, 0, behind.length)
                || head.contains("%PDF-")
                || head.startsWith("MZ")
                || head.startsWith("\u007FELF")
                || head.startsWith("Rar!")
                || head.startsWith("7z\u00BC\u00AF");
    }
}
