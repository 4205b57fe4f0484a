package xundang.server.blob;

/**
 * The steps by which a received file becomes a stored picture, in this order. A crash may come after any of them; what it leaves is put
 * right by {@link PhotoCareService#atStart}.
 */
enum CompletionStep {
    /** All bytes are received, length and SHA-256 fit. */
    VERIFIED,
    /** The file's bytes are on disk. */
    FORCED,
    /** The file stands under its hash. */
    MOVED,
    /** The folder's entry is on disk. */
    SHELF_FORCED,
    /** The database says {@code stored}, durably; only now the answer goes out. */
    RECORDED;

    /** Is told of each step; tests stop the work there, as a power cut would. */
    @FunctionalInterface
    interface Watch {
        Watch NONE = step -> {};

        void passed(CompletionStep step);
    }
}
