package xundang.desktop.session;

/** How removing a ledger from this laptop ended. The ledger is closed after each of them. */
public sealed interface RemoveOutcome {
    /** Keys destroyed, files deleted. */
    record Removed() implements RemoveOutcome {}

    /** There is unsent work that no package holds; nothing was deleted. Log in again, send or export it. */
    record UnsentWorkLeft() implements RemoveOutcome {}

    /**
     * The disk did not let everything go. If {@code keysDestroyed}, what is left cannot be read by anybody.
     *
     * @param folder where the rest stands
     */
    record NotDeleted(String folder, boolean keysDestroyed) implements RemoveOutcome {}
}
