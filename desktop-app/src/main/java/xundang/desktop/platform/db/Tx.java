package xundang.desktop.platform.db;

import org.jooq.DSLContext;

/** One open transaction of the local database. Logic passes it on; only stores look inside. Valid on the store thread, until it ends. */
public final class Tx {
    private final DSLContext dsl;

    Tx(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** For stores only. */
    public DSLContext dsl() {
        return dsl;
    }
}
