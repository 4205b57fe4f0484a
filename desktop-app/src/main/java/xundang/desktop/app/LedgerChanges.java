package xundang.desktop.app;

import xundang.desktop.platform.tasks.Subscription;

/** Tells the screens that the ledger changed, so that they ask again. */
@FunctionalInterface
public interface LedgerChanges {
    /** Calls back on the interface's thread soon after changes, once for many in a row, until the returned handle is closed. */
    Subscription onChange(Runnable listener);
}
