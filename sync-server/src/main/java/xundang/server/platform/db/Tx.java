package xundang.server.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jooq.DSLContext;

/** One open transaction. Services pass it on; only DAOs look inside. Valid on the thread that opened it, until it ends. */
public final class Tx {
    private final Connection connection;
    private final DSLContext dsl;

    Tx(Connection connection, DSLContext dsl) {
        this.connection = connection;
        this.dsl = dsl;
    }

    Connection connection() {
        return connection;
    }

    /** For DAOs only. */
    public DSLContext dsl() {
        return dsl;
    }

    /**
     * Runs a part that can be undone by itself: if it throws, everything that it wrote is rolled back, the rest of the transaction stays,
     * and the exception goes on to the caller.
     */
    public void savepoint(Runnable part) {
        try {
            Savepoint before = connection.setSavepoint();
            boolean done = false;
            try {
                part.run();
                done = true;
            } finally {
                if (!done) {
                    connection.rollback(before);
                }
            }
            connection.releaseSavepoint(before);
        } catch (SQLException e) {
            throw DatabaseException.of(e);
        }
    }
}
