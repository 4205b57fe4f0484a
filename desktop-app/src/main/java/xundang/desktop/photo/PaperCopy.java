package xundang.desktop.photo;

import java.io.IOException;

/**
 * A picture for paper: upright, small enough for a page, and without anything that the camera wrote into it (trust requirement S24). Works in
 * memory only.
 */
public final class PaperCopy {
    /** Longest side in pixels: about 300 dpi where it is printed. */
    private static final int SIDE = 1000;

    private PaperCopy() {}

    /** A JPEG. Throws {@link IOException} if the picture does not decode. */
    public static byte[] of(byte[] picture) throws IOException {
        return switch (PictureHeader.of(picture)) {
            case PictureHeader.Bad bad -> throw new IOException("no picture: " + bad.reason());
            case PictureHeader.Good good -> Thumbnail.of(picture, good, CameraNotes.of(picture, good), SIDE);
        };
    }
}
