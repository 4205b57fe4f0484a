package xundang.server.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open ledger database. Safe for all threads.
 *
 * <p>On H2 one writing transaction runs at a time and is forced to disk before {@link #inTransaction} returns: H2's own commit is not
 * durable (docs/trust, section 1). On PostgreSQL writers run side by side and {@code synchronous_commit} does the same.
 */
public final class ServerDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerDatabase.class);
    private static final int TRIES = 4;
    private static final int POOL = 12;
    private static final int H2_SNAPSHOT = 6;

    /** Measured: only these settings together lost no acknowledged commit in kill tests. */
    private static final String H2_OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";WRITE_DELAY=0;REUSE_SPACE=FALSE;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE";

    private final HikariDataSource pool;
    private final SQLDialect dialect;
    private final ReentrantLock oneWriter = new ReentrantLock(true);

    private ServerDatabase(HikariDataSource pool, SQLDialect dialect) {
        this.pool = pool;
        this.dialect = dialect;
    }

    /** Opens the database and brings its tables up to date. Throws {@link DatabaseException}. */
    public static ServerDatabase open(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setMaximumPoolSize(POOL);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setPoolName("ledger");
        SQLDialect dialect = switch (settings) {
            case DatabaseSettings.H2File h2 -> {
                config.setJdbcUrl("jdbc:h2:file:" + h2.file().toAbsolutePath() + H2_OPTIONS
                        + (h2.mayCreate() ? "" : ";IFEXISTS=TRUE"));
                config.setUsername("sa");
                config.setPassword("");
                yield SQLDialect.H2;
            }
            case DatabaseSettings.Postgres postgres -> {
                config.setJdbcUrl(postgres.url());
                yield SQLDialect.POSTGRES;
            }
        };
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(config);
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return new ServerDatabase(pool, dialect);
        } catch (HikariPool.PoolInitializationException | FlywayException e) {
            if (pool != null) {
                pool.close();
            }
            throw DatabaseException.of(e);
        }
    }

    /** Reads from one snapshot: everything seen belongs to the same moment. Nothing may be written. */
    public <T> T read(Function<Tx, T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setTransactionIsolation(
                    dialect == SQLDialect.H2 ? H2_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(dialect != SQLDialect.H2);
            try {
                return work.apply(tx(connection));
            } finally {
                connection.rollback();
            }
        } catch (SQLException | DataAccessException e) {
            throw DatabaseException.of(e);
        }
    }

    /**
     * Writes in one transaction. On return it is on disk; if it throws, nothing was kept. The work may be called again after a lock
     * conflict, so it must not have effects outside the transaction. A conflict that lasts ends as {@link DatabaseException.Reason#BUSY}.
     */
    public <T> T inTransaction(Function<Tx, T> work) {
        return repeated(work, true);
    }

    /**
     * As {@link #inTransaction}, but it does not wait for the disk: a power cut may undo it, together with everything after it that nobody
     * was told is durable. For what a client can begin again without loss, and for nothing else.
     */
    public <T> T inTransactionUnforced(Function<Tx, T> work) {
        return repeated(work, false);
    }

    private <T> T repeated(Function<Tx, T> work, boolean forced) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work, forced);
            } catch (DatabaseException e) {
                if (e.reason() != DatabaseException.Reason.BUSY || attempt == TRIES) {
                    throw e;
                }
                LOG.info("transaction repeated after a lock conflict, try {}", attempt);
            }
        }
    }

    private <T> T once(Function<Tx, T> work, boolean forced) {
        if (dialect != SQLDialect.H2) {
            return write(work, forced);
        }
        oneWriter.lock();
        try {
            return write(work, forced);
        } finally {
            oneWriter.unlock();
        }
    }

    private <T> T write(Function<Tx, T> work, boolean forced) {
        try (Connection connection = pool.getConnection()) {
            boolean committed = false;
            try {
                if (!forced && dialect != SQLDialect.H2) {
                    execute(connection, "SET LOCAL synchronous_commit TO OFF");
                }
                T result = work.apply(tx(connection));
                connection.commit();
                committed = true;
                if (forced && dialect == SQLDialect.H2) {
                    execute(connection, "CHECKPOINT SYNC");
                }
                return result;
            } finally {
                if (!committed) {
                    connection.rollback();
                }
            }
        } catch (SQLException | DataAccessException e) {
            throw DatabaseException.of(e);
        }
    }

    private Tx tx(Connection connection) {
        return new Tx(connection, DSL.using(connection, dialect));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Closes the database in an orderly way; H2 writes everything out first. */
    @Override
    public void close() {
        if (dialect == SQLDialect.H2) {
            oneWriter.lock();
            try {
                Connection connection = pool.getConnection();
                execute(connection, "SHUTDOWN");
                // The database is gone, and with it whatever the pool would do with a connection that is given back.
                pool.evictConnection(connection);
            } catch (SQLException e) {
                LOG.warn("database did not close in order: SQL state {}, code {}", e.getSQLState(), e.getErrorCode());
            } finally {
                oneWriter.unlock();
            }
        }
        pool.close();
    }
}
