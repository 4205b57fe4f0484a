package xundang.desktop.photo;

/** How keeping a picture ended. */
public sealed interface KeepOutcome {
    /**
     * Kept, durable, hashed.
     *
     * @param size bytes of the original
     * @param mime {@code image/jpeg} or {@code image/png}, by content
     * @param width pixels as seen, orientation applied
     * @param height pixels as seen, orientation applied
     * @param notes what the camera wrote into it
     */
    record Kept(String sha256, long size, String mime, int width, int height, CameraNotes notes)
            implements KeepOutcome {}

    /** Not kept; the file was left alone. */
    record Refused(Reason reason) implements KeepOutcome {}

    /** Why a picture was refused. Limits: trust requirement S25. */
    enum Reason {
        EMPTY,
        NOT_A_PICTURE,
        /** HEIC and other kinds of pictures that this program does not read: they must be converted to JPEG first. */
        OTHER_KIND,
        /** Named as a picture and holding something else, or the other way round. */
        MISLABELLED,
        /** More than one picture, shown one after the other. */
        ANIMATED,
        /** A picture that is at the same time, or carries, an archive, a document, a page or a program. */
        CARRIES_OTHER_FILE,
        TRUNCATED,
        TOO_MANY_BYTES,
        TOO_MANY_PIXELS,
        UNREADABLE_FILE
    }
}
