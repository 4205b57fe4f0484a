package xundang.desktop.platform.pdf;

/**
 * How a text is set.
 *
 * @param size in points
 */
public record Type(boolean bold, float size, Tone tone) {
    /** Body text. */
    public static final Type BODY = new Type(false, 9, Tone.INK);
    /** Body text that matters. */
    public static final Type STRONG = new Type(true, 9, Tone.INK);
    /** Captions and sources. */
    public static final Type SMALL = new Type(false, 7.5f, Tone.MUTED);
    /** Headings. */
    public static final Type HEADING = new Type(true, 11, Tone.INK);
    /** Title of a document. */
    public static final Type TITLE = new Type(true, 16, Tone.INK);

    /** The same in another colour. */
    public Type in(Tone other) {
        return new Type(bold, size, other);
    }

    /** The same in another size. */
    public Type sized(float other) {
        return new Type(bold, other, tone);
    }

    /** From one line to the next, in points. */
    public float leading() {
        return size * 1.42f;
    }
}
