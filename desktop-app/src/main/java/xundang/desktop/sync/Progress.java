package xundang.desktop.sync;

import xundang.desktop.sync.SyncStatus.Transfer.What;

/** Told how far a long transfer is. Network thread only; must return at once. */
@FunctionalInterface
interface Progress {
    /** Nobody watches. */
    Progress UNWATCHED = (what, done, total) -> {};

    /**
     * @param done bytes or records that are through
     * @param total as known now, never less than {@code done}
     */
    void at(What what, long done, long total);

    /** Nothing is on its way any more. */
    default void ended() {}
}
