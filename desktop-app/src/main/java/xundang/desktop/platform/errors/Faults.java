package xundang.desktop.platform.errors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.platform.db.StoreException;

/** Turns a fault that reached the interface into words, and logs it once. */
public final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    /** What to tell the person when something could not be saved or done. The log gets the fault itself with the same code. */
    public static PersonError toPerson(Exception fault) {
        PersonError error = fault instanceof StoreException store ? ofStore(store) : unknown();
        LOG.error("{} shown to the person", error.code(), fault);
        return error;
    }

    /** What to tell the person when something could not be read: nothing was lost by it. The log gets the fault itself with the same code. */
    public static PersonError onReading(Exception fault) {
        String code = (fault instanceof StoreException store ? ofStore(store) : unknown()).code();
        LOG.error("{} shown to the person", code, fault);
        return PersonError.of(code, "platform.error.reading");
    }

    private static PersonError ofStore(StoreException fault) {
        return switch (fault.reason()) {
            case DISK_FULL -> PersonError.of("E-STORE-101", "platform.error.diskFull");
            case READ_ONLY -> PersonError.of("E-STORE-102", "platform.error.readOnly");
            case DAMAGED -> PersonError.of("E-STORE-103", "platform.error.damaged");
            case CLOSED -> PersonError.of("E-STORE-104", "platform.error.closed");
            case OTHER -> PersonError.of("E-STORE-100", "platform.error.store");
        };
    }

    private static PersonError unknown() {
        return PersonError.of("E-APP-100", "platform.error.unknown");
    }
}
