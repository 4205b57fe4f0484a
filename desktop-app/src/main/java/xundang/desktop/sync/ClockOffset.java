package xundang.desktop.sync;

import xundang.desktop.platform.db.Tx;

/** How far this laptop's clock is from the server's, as last measured. Store thread only. */
@FunctionalInterface
public interface ClockOffset {
    /** Device clock minus server clock in milliseconds; 0 when never measured. */
    long millis(Tx tx);
}
