package xundang.desktop.photo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What a file is by its first bytes, and what its name says that it is. */
enum FileKind {
    JPEG,
    PNG,
    /** A picture that this program does not read. */
    OTHER_PICTURE,
    /** Known to be no picture: archive, document, page, program, film. */
    NO_PICTURE,
    UNKNOWN;

    private static final Set<String> JPEG_NAMES = Set.of("jpg", "jpeg", "jpe", "jfif");
    private static final Set<String> OTHER_PICTURE_NAMES =
            Set.of("heic", "heif", "avif", "webp", "gif", "tif", "tiff", "bmp", "jp2", "jxl", "dng", "svg");
    private static final Set<String> NO_PICTURE_NAMES = Set.of(
            "zip", "rar", "7z", "jar", "apk", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "htm", "html", "js",
            "exe", "dll", "msi", "bat", "cmd", "ps1", "sh", "mp4", "mov", "avi", "txt", "csv", "json", "xml");

    /** Brands of the ISO container that hold a still picture. */
    private static final Set<String> PICTURE_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

    /** By the name's ending. */
    static FileKind claimedBy(Path file) {
        Path last = file.getFileName();
        String name = last == null ? "" : last.toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (JPEG_NAMES.contains(ending)) {
            return JPEG;
        }
        if (ending.equals("png")) {
            return PNG;
        }
        if (OTHER_PICTURE_NAMES.contains(ending)) {
            return OTHER_PICTURE;
        }
        return NO_PICTURE_NAMES.contains(ending) ? NO_PICTURE : UNKNOWN;
    }

    /** By content. */
    static FileKind of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00FF\u00D8\u00FF")) {
            return JPEG;
        }
        if (head.startsWith("\u0089PNG\r\n\u001A\n")) {
            return PNG;
        }
        if (head.startsWith("ftyp", 4)) {
            return head.length() >= 12 && PICTURE_BRANDS.contains(head.substring(8, 12)) ? OTHER_PICTURE : NO_PICTURE;
        }
        if (head.startsWith("GIF8")
                || head.startsWith("BM")
                || head.startsWith("II*\0")
                || head.startsWith("MM\0*")
                || (head.startsWith("RIFF") && head.startsWith("WEBP", 8))
                || head.startsWith("\0\0\0\fjP")
                || head.startsWith("\u00FF\n")) {
            return OTHER_PICTURE;
        }
        return isProgramOrDocument(head) ? NO_PICTURE : UNKNOWN;
    }

    private static boolean isProgramOrDocument(String head) {
        String lower = head.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(new String[] {"mz", "\u007felf", "pk\u0003\u0004", "rar!", "7z\u00bc\u00af", "%pdf-", "<"})
                .anyMatch(lower::startsWith);
    }
}
