package xundang.desktop.sync;

import java.util.Optional;
import xundang.desktop.platform.db.Tx;

/** How far this laptop's clock is from the server's, as last measured. Store thread only. */
@FunctionalInterface
public interface ClockOffset {
    /** Device clock minus server clock in milliseconds; 0 when never measured. */
    long millis(Tx tx);

    /** The same, empty when never measured: evidence must tell "no difference" from "not known". */
    default Optional<Long> clockOffset(Tx tx) {
        return Optional.of(millis(tx));
    }
}
