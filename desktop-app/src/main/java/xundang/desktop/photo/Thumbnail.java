package xundang.desktop.photo;

import java.io.IOException;

/** Makes the small upright JPEG of a picture. */
final class Thumbnail {
    /** Longest side, in pixels. */
    static final int SIDE = 320;

    private static final float QUALITY = 0.75f;

    private Thumbnail() {}

    /** Decodes no more pixels than it needs. Throws {@link IOException} if the picture does not decode. */
    static byte[] of(byte[] picture, PictureHeader.Good header, CameraNotes notes) throws IOException {
        return of(picture, header, notes, SIDE);
    }

    /** The same with another longest side. */
    static byte[] of(byte[] picture, PictureHeader.Good header, CameraNotes notes, int side) throws IOException {
        return UprightPicture.jpeg(UprightPicture.of(picture, header, notes, side), QUALITY);
    }
}
