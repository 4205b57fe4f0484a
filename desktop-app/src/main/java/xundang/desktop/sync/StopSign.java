package xundang.desktop.sync;

/** Asked between any two exchanges, so that switching off takes effect at once. */
interface StopSign {
    /** True when the person switched the network use off or the program is closing. */
    boolean stopped();

    /** True when records wait to be sent; a long photo upload then steps aside. */
    boolean recordsWait();

    /** True when the person wants no pictures on this network (仅传记录). */
    default boolean picturesHeld() {
        return false;
    }

    /** Throws {@link SyncException} with {@link SyncFault.Stopped} when stopped. */
    default void check() {
        if (stopped() || Thread.currentThread().isInterrupted()) {
            throw new SyncException(new SyncFault.Stopped());
        }
    }
}
