package xundang.desktop.sync;

/**
 * Pictures that this laptop need not keep (清理本机照片). Only what a person asks for is cleared, and only pictures that the server has
 * confirmed to hold, whose records it has answered, and which a backup of the server covers. A cleared picture is fetched again when
 * somebody wants to see it. Blocking; store thread only.
 */
public interface LocalCopies {
    /** What could be cleared now. */
    Clearable clearable();

    /** Clears that, and whatever became clearable meanwhile; returns what was cleared. */
    Clearable clear();

    /**
     * @param pictures how many
     * @param bytes their originals together; the file itself shrinks with the next compaction
     * @param waiting pictures of synced records that cannot be cleared yet, because no backup of the server covers them
     */
    record Clearable(int pictures, long bytes, int waiting) {}
}
