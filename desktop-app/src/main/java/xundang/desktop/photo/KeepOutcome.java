package xundang.desktop.photo;

import org.jspecify.annotations.Nullable;

/** How keeping a picture ended. */
public sealed interface KeepOutcome {
    /**
     * Kept, durable, hashed.
     *
     * @param size bytes of the original
     * @param mime {@code image/jpeg} or {@code image/png}, by content
     * @param width pixels as seen, orientation applied
     * @param height pixels as seen, orientation applied
     * @param exifTime when the camera says it was taken, {@code yyyy-MM-ddTHH:mm:ss} local time without zone
     */
    record Kept(
            String sha256,
            long size,
            String mime,
            int width,
            int height,
            @Nullable String exifTime) implements KeepOutcome {}

    /** Not kept; the file was left alone. */
    record Refused(Reason reason) implements KeepOutcome {}

    /** Why a picture was refused. Limits: trust requirement S25. */
    enum Reason {
        EMPTY,
        NOT_A_PICTURE,
        TRUNCATED,
        TOO_MANY_BYTES,
        TOO_MANY_PIXELS,
        UNREADABLE_FILE
    }
}
