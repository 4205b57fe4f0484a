package xundang.desktop.sync;

import xundang.desktop.platform.db.StoreException;

/** How a round ended. */
sealed interface RoundOutcome {
    /**
     * The server answered everything.
     *
     * @param pollAfterS seconds after which the server wants to be asked again
     * @param unsendable pictures that were left out because they could not be sent
     */
    record Done(int pollAfterS, int unsendable) implements RoundOutcome {}

    /** Cut short; what was answered until then is kept. */
    record Failed(SyncFault fault) implements RoundOutcome {}

    /** The local database could not take it; nothing was acknowledged that is not kept. */
    record StoreFailed(StoreException.Reason reason) implements RoundOutcome {}
}
