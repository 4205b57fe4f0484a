package xundang.model.sync;

/**
 * What the server accepts at once.
 *
 * @param maxOps ops in one push
 * @param maxBytes bytes of one push body, unpacked
 * @param page changes in one page
 */
public record Limits(int maxOps, int maxBytes, int page) {
    /** Bytes of a push that every server of protocol version 1 takes, and with which a laptop begins on a network that it does not know. */
    public static final int SMALL_PUSH = 512 * 1024;

    /** What this version of the server takes. */
    public static final Limits DEFAULT = new Limits(500, 4 * SMALL_PUSH, 2000);
}
