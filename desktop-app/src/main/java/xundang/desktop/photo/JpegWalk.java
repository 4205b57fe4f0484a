package xundang.desktop.photo;

import java.nio.ByteBuffer;
import xundang.desktop.photo.KeepOutcome.Reason;

/** Walks a JPEG's markers (ITU-T T.81, annex B) up to the end-of-image marker. */
final class JpegWalk {
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int PROGRESSIVE = 0xC2;

    private final byte[] file;
    private final ByteBuffer in;
    private int width;
    private int height;
    private int scans;

    private JpegWalk(byte[] file) {
        this.file = file;
        in = ByteBuffer.wrap(file).position(2);
    }

    static PictureHeader walk(byte[] file) {
        return new JpegWalk(file).run();
    }

    private PictureHeader run() {
        while (true) {
            int marker = nextMarker();
            if (marker < 0) {
                return new PictureHeader.Bad(Reason.TRUNCATED);
            }
            if (marker == END_OF_IMAGE) {
                return ForeignContent.followsAt(file, in.position())
                        ? new PictureHeader.Bad(Reason.CARRIES_OTHER_FILE)
                        : PictureHeader.judge("image/jpeg", width, height, scans);
            }
            if (isAlone(marker)) {
                continue;
            }
            if (in.remaining() < 2) {
                return new PictureHeader.Bad(Reason.TRUNCATED);
            }
            int end = in.position() + Short.toUnsignedInt(in.getShort(in.position()));
            if (end > in.limit()) {
                return new PictureHeader.Bad(Reason.TRUNCATED);
            }
            if (end < in.position() + 2) {
                return new PictureHeader.Bad(Reason.NOT_A_PICTURE);
            }
            if (isFrame(marker) && end - in.position() >= 8) {
                if (frame(marker) instanceof PictureHeader.Bad bad) {
                    return bad;
                }
            }
            if (isWords(marker) && ForeignContent.isPage(file, in.position() + 2, end - in.position() - 2)) {
                return new PictureHeader.Bad(Reason.CARRIES_OTHER_FILE);
            }
            in.position(end);
            if (marker == START_OF_SCAN && ++scans > PictureHeader.MAX_SCANS) {
                return new PictureHeader.Bad(Reason.NOT_A_PICTURE);
            }
        }
    }

    /** A second frame would be what the decoder makes room for, and not what was judged. */
    private PictureHeader frame(int marker) {
        if (width != 0) {
            return new PictureHeader.Bad(Reason.NOT_A_PICTURE);
        }
        height = Short.toUnsignedInt(in.getShort(in.position() + 3));
        width = Short.toUnsignedInt(in.getShort(in.position() + 5));
        boolean heldWhole = marker == PROGRESSIVE && (long) width * height > PictureHeader.MAX_PROGRESSIVE_PIXELS;
        return heldWhole
                ? new PictureHeader.Bad(Reason.TOO_MANY_PIXELS)
                : PictureHeader.judge("image/jpeg", width, height, 1);
    }

    /** Remarks, and the blocks of applications. */
    private static boolean isWords(int marker) {
        return marker == 0xFE || (marker >= 0xE0 && marker <= 0xEF);
    }

    /** Skips scan data and fill bytes. In scan data a byte FF is followed by 00 and is no marker. */
    private int nextMarker() {
        while (in.remaining() >= 2) {
            if (in.get() != (byte) 0xFF) {
                continue;
            }
            int code = Byte.toUnsignedInt(in.get(in.position()));
            if (code != 0 && code != 0xFF) {
                in.get();
                return code;
            }
        }
        return -1;
    }

    /** Restart markers and TEM have no length. */
    private static boolean isAlone(int marker) {
        return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
    }

    /** Start of frame: C0 to CF without DHT, JPG and DAC. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
}
