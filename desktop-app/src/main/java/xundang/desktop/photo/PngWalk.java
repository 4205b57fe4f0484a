package xundang.desktop.photo;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.zip.CRC32;
import xundang.desktop.photo.KeepOutcome.Reason;

/** Walks a PNG's chunks (W3C PNG, third edition) up to the end chunk; every chunk has its own check sum. */
final class PngWalk {
    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;
    private static final int EXIF = 0x65584966;
    private static final int ANIMATION = 0x6163544C;

    /** Chunks of words: tEXt, iTXt. What is packed in zTXt no reader takes for a page. */
    private static final Set<Integer> WORDS = Set.of(0x74455874, 0x69545874);

    /** Cameras write some kilobytes. */
    private static final int MAX_EXIF = 1 << 20;

    private final byte[] file;
    private final ByteBuffer in;
    private int width;
    private int height;
    private boolean data;
    private byte[] exif = new byte[0];

    private PngWalk(byte[] file) {
        this.file = file;
        in = ByteBuffer.wrap(file).position(8);
    }

    static PictureHeader walk(byte[] file) {
        return new PngWalk(file).run();
    }

    private PictureHeader run() {
        while (in.remaining() >= 12) {
            int length = in.getInt();
            int start = in.position();
            if (length < 0 || length > in.remaining() - 8) {
                return new PictureHeader.Bad(Reason.TRUNCATED);
            }
            CRC32 crc = new CRC32();
            crc.update(in.slice(start, length + 4));
            if ((int) crc.getValue() != in.getInt(start + 4 + length)) {
                return new PictureHeader.Bad(Reason.TRUNCATED);
            }
            int type = in.getInt();
            if (type == IEND) {
                return end(start + 8 + length);
            }
            PictureHeader fault = chunk(type, start + 4, length);
            if (fault instanceof PictureHeader.Bad) {
                return fault;
            }
            in.position(start + 8 + length);
        }
        return new PictureHeader.Bad(Reason.TRUNCATED);
    }

    private PictureHeader end(int behind) {
        if (!data) {
            return new PictureHeader.Bad(Reason.NOT_A_PICTURE);
        }
        return ForeignContent.followsAt(file, behind)
                ? new PictureHeader.Bad(Reason.CARRIES_OTHER_FILE)
                : new PictureHeader.Good("image/png", width, height, exif);
    }

    private PictureHeader chunk(int type, int from, int length) {
        if (width == 0) {
            if (type != IHDR || length != 13) {
                return new PictureHeader.Bad(Reason.NOT_A_PICTURE);
            }
            width = in.getInt(from);
            height = in.getInt(from + 4);
        }
        if (type == ANIMATION) {
            return new PictureHeader.Bad(Reason.ANIMATED);
        }
        if (WORDS.contains(type) && ForeignContent.isPage(file, from, length)) {
            return new PictureHeader.Bad(Reason.CARRIES_OTHER_FILE);
        }
        if (type == EXIF && length <= MAX_EXIF) {
            exif = new byte[length];
            in.get(from, exif);
        }
        data |= type == IDAT;
        return PictureHeader.judge("image/png", width, height, 1);
    }
}
