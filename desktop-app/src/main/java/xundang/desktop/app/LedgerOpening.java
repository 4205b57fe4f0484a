package xundang.desktop.app;

import xundang.desktop.platform.db.Recovery;

/** What opening the ledger came to. */
@FunctionalInterface
public interface LedgerOpening {
    /** Replays the journal if that has not been done. Store thread only; throws if the ledger could not be made complete. */
    Report report();

    /**
     * All that a person has to be told of the opening.
     *
     * @param photosSetAside the photo database did not open and was moved aside
     */
    record Report(Recovery recovery, boolean photosSetAside) {
        /** A sound ledger. */
        public static final Report NOTHING = new Report(Recovery.NOTHING, false);
    }
}
