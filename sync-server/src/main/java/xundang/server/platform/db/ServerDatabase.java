package xundang.server.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
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
 * <p>On H2 one writing transaction runs at a time and is on disk before {@link #inTransaction} returns ({@link H2Durability}). On
 * PostgreSQL writers run side by side and {@code synchronous_commit} does the same.
 */
public final class ServerDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerDatabase.class);
    private static final int TRIES = 4;
    private static final int POOL = 12;
    private static final int H2_SNAPSHOT = 6;

    /** How long a request waits for a connection or for its turn to write, before it is told to come back. */
    private static final long PATIENCE_MS = 10_000;

    /**
     * Each connection to PostgreSQL: an acknowledged commit is on disk; nobody waits for a lock for ever, and no transaction that was left
     * open holds one for ever.
     */
    private static final String POSTGRES_INIT = "set synchronous_commit = on; set lock_timeout = '2s';"
            + " set idle_in_transaction_session_timeout = '60s'";

    private final HikariDataSource pool;
    private final SQLDialect dialect;
    private final ReentrantLock oneWriter = new ReentrantLock(true);
    private final H2Durability durability = new H2Durability();

    private final Checkpoint checkpoint;
    private volatile boolean stopped;

    /** Forces everything committed to the disk. */
    @FunctionalInterface
    interface Checkpoint {
        void force(Connection connection) throws SQLException;
    }

    private ServerDatabase(HikariDataSource pool, SQLDialect dialect, Checkpoint checkpoint) {
        this.pool = pool;
        this.dialect = dialect;
        this.checkpoint = checkpoint;
    }

    /** Opens the database and brings its tables up to date. Throws {@link DatabaseException}; a damaged file is then unchanged. */
    public static ServerDatabase open(DatabaseSettings settings) {
        return open(settings, connection -> execute(connection, "CHECKPOINT SYNC"));
    }

    static ServerDatabase open(DatabaseSettings settings, Checkpoint checkpoint) {
        if (settings instanceof DatabaseSettings.H2File h2 && !h2.mayCreate()) {
            LedgerFileCheck.check(h2.file());
        }
        HikariConfig config = new HikariConfig();
        config.setMaximumPoolSize(POOL);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setPoolName("ledger");
        config.setConnectionTimeout(PATIENCE_MS);
        // What each connection is set to must not be part of its first transaction.
        config.setIsolateInternalQueries(true);
        SQLDialect dialect = switch (settings) {
            case DatabaseSettings.H2File h2 -> {
                config.setJdbcUrl("jdbc:h2:file:" + h2.file().toAbsolutePath() + H2Durability.OPTIONS
                        + (h2.mayCreate() ? "" : ";IFEXISTS=TRUE"));
                config.setUsername("sa");
                config.setPassword("");
                yield SQLDialect.H2;
            }
            case DatabaseSettings.Postgres postgres -> {
                config.setJdbcUrl(postgres.url());
                config.setConnectionInitSql(POSTGRES_INIT);
                yield SQLDialect.POSTGRES;
            }
            case DatabaseSettings.Given given -> {
                config.setDataSource(given.source());
                if (!given.h2()) {
                    config.setConnectionInitSql(POSTGRES_INIT);
                }
                yield given.h2() ? SQLDialect.H2 : SQLDialect.POSTGRES;
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
            if (dialect == SQLDialect.POSTGRES) {
                checkPostgres(pool);
            }
            return new ServerDatabase(pool, dialect, checkpoint);
        } catch (SQLException e) {
            pool.close();
            throw DatabaseException.of(e);
        } catch (HikariPool.PoolInitializationException | FlywayException e) {
            if (pool != null) {
                pool.close();
            }
            throw DatabaseException.of(e);
        }
    }

    /** Without these an acknowledged commit could be lost in a power cut. */
    private static void checkPostgres(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            String commit = show(connection, "synchronous_commit");
            if (!commit.equals("on")) {
                throw new SQLException("synchronous_commit is " + commit, "55000");
            }
            if (!show(connection, "fsync").equals("on")) {
                LOG.warn("PostgreSQL runs with fsync off: a power cut can lose acknowledged records");
            }
            connection.rollback();
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Whether {@link #backUpTo} works: on H2. PostgreSQL has tools of its own. */
    public boolean canBackUp() {
        return dialect == SQLDialect.H2;
    }

    /** Writes a consistent copy of the H2 database into a zip file while it is in use. Throws {@link DatabaseException}. */
    public void backUpTo(Path zip) {
        try (Connection connection = pool.getConnection();
                PreparedStatement backup = connection.prepareStatement("backup to ?")) {
            backup.setString(1, zip.toAbsolutePath().toString());
            backup.execute();
            connection.commit();
        } catch (SQLException e) {
            throw DatabaseException.of(e);
        }
    }

    /** Where the feed ends in a copy of an H2 database, which is opened for reading only; {@code copy} is without {@code .mv.db}. */
    public static long headOfCopy(Path copy) {
        String url =
                "jdbc:h2:file:" + copy.toAbsolutePath() + H2Durability.OPTIONS + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select seq from sync_head where id = 1")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw DatabaseException.of(e);
        }
    }

    /** How many times the disk was forced; for the test that commits share it. */
    long checkpoints() {
        return durability.checkpoints();
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
     * Writes in one transaction. On return it is on disk; if it throws, nothing was kept, with one exception: reason
     * {@link DatabaseException.Reason#UNCERTAIN} means that the transaction was committed and others may see it, but the disk did not
     * confirm it. After that nothing is written any more until the database is opened again: what the disk holds is not known, and more
     * work must not be built on it. The work may be called again after a lock conflict, so it must not have effects outside the
     * transaction. A conflict that lasts ends as {@link DatabaseException.Reason#BUSY}.
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
        return dialect == SQLDialect.H2 ? writeToH2(work, forced) : write(work, forced);
    }

    private <T> T write(Function<Tx, T> work, boolean forced) {
        try (Connection connection = pool.getConnection()) {
            if (!forced) {
                execute(connection, "SET LOCAL synchronous_commit TO OFF");
            }
            return committed(connection, work);
        } catch (SQLException | DataAccessException e) {
            throw DatabaseException.of(e);
        }
    }

    /** One at a time up to the commit; the disk is then waited for together with whoever commits meanwhile. */
    private <T> T writeToH2(Function<Tx, T> work, boolean forced) {
        if (stopped) {
            throw DatabaseException.uncertain(null);
        }
        try (Turn turn = new Turn();
                Connection connection = pool.getConnection()) {
            T result = committed(connection, work);
            long ticket = durability.committed();
            turn.end();
            if (forced) {
                forceToDisk(connection, ticket);
            }
            return result;
        } catch (SQLException | DataAccessException e) {
            throw DatabaseException.of(e);
        }
    }

    private void forceToDisk(Connection connection, long ticket) {
        try {
            durability.await(ticket, () -> checkpoint.force(connection));
        } catch (SQLException e) {
            stopped = true;
            LOG.error("the disk did not confirm a commit; no more writes until the server is started again");
            throw DatabaseException.uncertain(e);
        }
    }

    private <T> T committed(Connection connection, Function<Tx, T> work) throws SQLException {
        boolean committed = false;
        try {
            T result = work.apply(tx(connection));
            connection.commit();
            committed = true;
            return result;
        } finally {
            if (!committed) {
                connection.rollback();
            }
        }
    }

    /** The right to write to H2. Who does not get it in time is told to come back. */
    private final class Turn implements AutoCloseable {
        private boolean held;

        private Turn() {
            try {
                held = oneWriter.tryLock(PATIENCE_MS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (!held) {
                throw DatabaseException.overloaded();
            }
        }

        private void end() {
            held = false;
            oneWriter.unlock();
        }

        @Override
        public void close() {
            if (held) {
                end();
            }
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

    /**
     * Closes the database in an orderly way; H2 writes everything out first. The pool goes before the database: it would replace a
     * connection that it misses, and so open the file again while it is being closed.
     */
    @Override
    public void close() {
        if (dialect != SQLDialect.H2) {
            pool.close();
            return;
        }
        oneWriter.lock();
        try (Connection last = outsideThePool()) {
            pool.close();
            execute(last, "SHUTDOWN");
        } catch (SQLException e) {
            LOG.warn("database did not close in order: {}", DatabaseException.codeOf(e));
        } finally {
            pool.close();
            oneWriter.unlock();
        }
    }

    private Connection outsideThePool() throws SQLException {
        DataSource given = pool.getDataSource();
        return given != null
                ? given.getConnection()
                : DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    }
}
