package xundang.desktop.inspection;

/**
 * How much one entry of a form may hold, so that a whole form always fits into what the server takes at once
 * ({@link xundang.model.sync.Limits}). Characters are UTF-16 units, as a text field counts them.
 */
public final class EntryLimits {
    /** Characters of a typed text or a signer's name. */
    public static final int TEXT = 2_000;

    /** Characters of a note. */
    public static final int NOTE = 2_000;

    /** Characters of the reason for leaving a row out. */
    public static final int REASON = 500;

    /** Characters, all ASCII, of a signature's path: several minutes of writing. */
    public static final int STROKES = 64 * 1024;

    private EntryLimits() {}
}
