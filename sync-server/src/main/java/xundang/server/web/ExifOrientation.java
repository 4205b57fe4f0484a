package xundang.server.web;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How a JPEG wants to be turned (EXIF tag 0x0112): 1 as it is, 2 to 8 mirrored or turned. */
final class ExifOrientation {
    /** Enough of a file's beginning: the EXIF segment stands first and is at most 64 KiB long. */
    static final int HEAD_BYTES = 128 * 1024;

    private static final int START = 0xFFD8;
    private static final int APP1 = 0xFFE1;
    private static final int SCAN = 0xFFDA;
    private static final int TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;
    private static final byte[] NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private ExifOrientation() {}

    /** 1 for anything that is no JPEG, has no such tag, or cannot be read. */
    static int of(byte[] head) {
        try {
            ByteBuffer in = ByteBuffer.wrap(head);
            if (u16(in, 0) != START) {
                return 1;
            }
            int at = 2;
            while (u16(in, at) != SCAN) {
                int length = u16(in, at + 2);
                if (u16(in, at) == APP1 && Arrays.equals(head, at + 4, at + 4 + NAME.length, NAME, 0, NAME.length)) {
                    return fromTiff(in.slice(at + 4 + NAME.length, length - 2 - NAME.length));
                }
                at += 2 + Math.max(2, length);
            }
            return 1;
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return 1; // cut short: then it is shown as it is
        }
    }

    private static int fromTiff(ByteBuffer tiff) {
        tiff.order(u16(tiff, 0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = u16(tiff, directory);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if (u16(tiff, entry) == TAG) {
                int value = u16(tiff, entry + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    private static int u16(ByteBuffer in, int at) {
        return Short.toUnsignedInt(in.getShort(at));
    }
}
