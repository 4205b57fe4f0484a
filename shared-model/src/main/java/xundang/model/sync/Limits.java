package xundang.model.sync;

/**
 * What the server accepts at once.
 *
 * @param maxOps ops in one push
 * @param maxBytes bytes of one push body, unpacked
 * @param page changes in one page
 */
public record Limits(int maxOps, int maxBytes, int page) {
    /** Defaults of protocol version 1. */
    public static final Limits DEFAULT = new Limits(500, 512 * 1024, 2000);
}
