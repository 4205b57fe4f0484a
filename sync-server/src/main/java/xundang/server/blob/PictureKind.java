package xundang.server.blob;

import java.io.IOException;
import java.io.InputStream;

/** Tells a picture's type from its first bytes. */
final class PictureKind {
    private static final int PNG_FIRST = 0x89;

    private PictureKind() {}

    /** {@code image/png} by its magic byte, otherwise {@code image/jpeg}: nothing else is taken in. */
    static String of(PhotoStore photos, String sha256) throws IOException {
        try (InputStream in = photos.open(sha256, 0)) {
            return in.read() == PNG_FIRST ? "image/png" : "image/jpeg";
        }
    }
}
