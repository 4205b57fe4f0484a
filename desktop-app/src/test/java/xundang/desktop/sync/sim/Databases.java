package xundang.desktop.sync.sim;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import xundang.server.platform.db.DatabaseSettings;
import xundang.server.platform.db.ServerDatabase;

/**
 * Databases in memory with the real tables, made once and emptied for each run: a migration costs more than a whole run does. Nothing here
 * is shared between two runs at the same time.
 */
final class Databases {
    private static final String MODES =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=400;LOCK_TIMEOUT=100";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Deque<Laptop> free = new ArrayDeque<>();

    /** A laptop's database. */
    record Laptop(Connection connection, Tables tables) {}

    /** The server's database, and what stands between. */
    record Server(ServerDisk disk, ServerDatabase database, Tables tables) {}

    /** An empty database for a laptop. */
    Laptop laptop() {
        Laptop laptop = free.poll();
        if (laptop == null) {
            DataSource source = memory("laptop" + COUNT.incrementAndGet());
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/local")
                    .load()
                    .migrate();
            Connection connection = connect(source);
            laptop = new Laptop(connection, new Tables(connection, true));
        }
        laptop.tables().reset();
        return laptop;
    }

    /** Takes it back for another run. */
    void giveBack(Laptop laptop) {
        free.add(laptop);
    }

    /** The server on H2 in memory. */
    static Server onH2() {
        DataSource source = memory("server" + COUNT.incrementAndGet());
        return on(source, true);
    }

    /** The server on an empty database of that source. */
    static Server on(DataSource source, boolean h2) {
        ServerDisk disk = new ServerDisk(source);
        ServerDatabase database = ServerDatabase.open(new DatabaseSettings.Given(disk, h2));
        return new Server(disk, database, new Tables(connect(source), h2));
    }

    private static DataSource memory(String name) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + name + MODES);
        source.setUser("sa");
        source.setPassword("");
        return source;
    }

    private static Connection connect(DataSource source) {
        try {
            Connection connection = source.getConnection();
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
