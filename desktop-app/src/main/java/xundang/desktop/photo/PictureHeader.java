package xundang.desktop.photo;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import xundang.desktop.photo.KeepOutcome.Reason;

/**
 * What a picture's bytes say about it, found by walking its structure without decoding a pixel (trust requirement S25). The file's name
 * plays no part.
 */
sealed interface PictureHeader {
    /** A whole picture within the limits. Width and height as stored, before the camera's orientation is applied. */
    record Good(String mime, int width, int height) implements PictureHeader {}

    /** Not to be decoded. */
    record Bad(Reason reason) implements PictureHeader {}

    int MAX_BYTES = 50 * 1024 * 1024;
    int MAX_SIDE = 20_000;
    long MAX_PIXELS = 120_000_000;

    /** A picture made to keep a decoder busy has thousands; a camera's has one, a progressive one about ten. */
    int MAX_SCANS = 100;

    /** Scans times pixels: bounds the time that decoding may take. */
    long MAX_WORK = 2_000_000_000;

    /** Walks the bytes. */
    static PictureHeader of(byte[] bytes) {
        if (bytes.length == 0) {
            return new Bad(Reason.EMPTY);
        }
        if (bytes.length > MAX_BYTES) {
            return new Bad(Reason.TOO_MANY_BYTES);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length >= 3 && (in.getInt(0) >>> 8) == 0xFFD8FF) {
            return JpegWalk.walk(in);
        }
        if (bytes.length >= 8 && in.getLong(0) == 0x89504E470D0A1A0AL) {
            return png(in);
        }
        return new Bad(Reason.NOT_A_PICTURE);
    }

    /** Applies the limits to what a header claims. */
    static PictureHeader judge(String mime, int width, int height, int scans) {
        if (width <= 0 || height <= 0 || scans <= 0) {
            return new Bad(Reason.NOT_A_PICTURE);
        }
        long pixels = (long) width * height;
        if (width > MAX_SIDE || height > MAX_SIDE || pixels > MAX_PIXELS) {
            return new Bad(Reason.TOO_MANY_PIXELS);
        }
        return scans > MAX_SCANS || scans * pixels > MAX_WORK
                ? new Bad(Reason.NOT_A_PICTURE)
                : new Good(mime, width, height);
    }

    private static PictureHeader png(ByteBuffer in) {
        int width = 0;
        int height = 0;
        boolean data = false;
        in.position(8);
        while (in.remaining() >= 12) {
            int length = in.getInt();
            int start = in.position();
            if (length < 0 || length > in.remaining() - 8) {
                return new Bad(Reason.TRUNCATED);
            }
            int type = in.getInt();
            if (width == 0) {
                if (type != 0x49484452 || length != 13) {
                    return new Bad(Reason.NOT_A_PICTURE);
                }
                width = in.getInt();
                height = in.getInt();
                if (judge("image/png", width, height, 1) instanceof Bad bad) {
                    return bad;
                }
            }
            data |= type == 0x49444154;
            CRC32 crc = new CRC32();
            crc.update(in.slice(start, length + 4));
            if ((int) crc.getValue() != in.getInt(start + 4 + length)) {
                return new Bad(Reason.TRUNCATED);
            }
            if (type == 0x49454E44) {
                return data ? new Good("image/png", width, height) : new Bad(Reason.NOT_A_PICTURE);
            }
            in.position(start + 4 + length + 4);
        }
        return new Bad(Reason.TRUNCATED);
    }
}
