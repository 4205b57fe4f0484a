package xundang.desktop.photo;

import xundang.desktop.photo.KeepOutcome.Reason;

/**
 * What a picture's bytes say about it, found by walking its structure without decoding a pixel (trust requirement S25). The file's name
 * plays no part.
 */
sealed interface PictureHeader {
    /**
     * A whole picture within the limits. Width and height as stored, before the camera's orientation is applied.
     */
    final class Good implements PictureHeader {
        private final String mime;
        private final int width;
        private final int height;
        private final byte[] exif;

        Good(String mime, int width, int height, byte[] exif) {
            this.mime = mime;
            this.width = width;
            this.height = height;
            this.exif = exif;
        }

        String mime() {
            return mime;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }

        /** A PNG's EXIF block; empty if there is none. Those of JPEG are found by the library. */
        byte[] exif() {
            return exif;
        }
    }

    /** Not to be decoded. */
    record Bad(Reason reason) implements PictureHeader {}

    int MAX_BYTES = 50 * 1024 * 1024;
    int MAX_SIDE = 20_000;
    long MAX_PIXELS = 100_000_000;

    /** A progressive JPEG is held whole while it is decoded, six bytes a pixel; cameras write none of this size. */
    long MAX_PROGRESSIVE_PIXELS = 40_000_000;

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
        PictureHeader header = switch (FileKind.of(bytes)) {
            case JPEG -> JpegWalk.walk(bytes);
            case PNG -> PngWalk.walk(bytes);
            case OTHER_PICTURE -> new Bad(Reason.OTHER_KIND);
            case NO_PICTURE, UNKNOWN -> new Bad(Reason.NOT_A_PICTURE);
        };
        boolean foreign = header instanceof Good && (ForeignContent.isArchive(bytes) || ForeignContent.isPdf(bytes));
        return foreign ? new Bad(Reason.CARRIES_OTHER_FILE) : header;
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
                : new Good(mime, width, height, new byte[0]);
    }
}
