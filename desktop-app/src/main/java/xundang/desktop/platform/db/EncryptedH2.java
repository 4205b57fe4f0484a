package xundang.desktop.platform.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.platform.crypto.DataKey;
import xundang.desktop.platform.files.PrivateFiles;

/**
 * One encrypted H2 file: the only place that knows H2's settings, and the only one that lets Flyway near a file. Whoever opens one calls
 * {@link #inspect} first and then {@link #open} or {@link #create}.
 */
public final class EncryptedH2 {
    private static final Logger LOG = LoggerFactory.getLogger(EncryptedH2.class);

    /**
     * The settings, with what was measured (trust section 1):
     *
     * <ul>
     *   <li>CIPHER=AES: nothing on disk is readable without the key.
     *   <li>WRITE_DELAY=0: a commit is written when it returns; by default a kill loses up to hundreds of commits.
     *   <li>REUSE_SPACE=FALSE: without it a kill can still lose commits, because a chunk that fills a hole is not found again.
     *   <li>TRACE_LEVEL_FILE=0: the trace file would hold rows in the clear.
     *   <li>DB_CLOSE_ON_EXIT=FALSE: closing is ours, in order; a shutdown hook would race the store thread.
     *   <li>MODE, DATABASE_TO_LOWER, DEFAULT_NULL_ORDERING: as in the build, where the table classes are generated.
     *   <li>Never AUTO_SERVER: it opens a port on all interfaces. Never options from outside.
     * </ul>
     *
     * Besides: {@code CHECKPOINT SYNC} after each commit, because no setting makes H2 force its file.
     */
    private static final String SETTINGS =
            ";CIPHER=AES;WRITE_DELAY=0;REUSE_SPACE=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0"
                    + ";DB_CLOSE_ON_EXIT=FALSE;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    /** A file that is missing gives an error instead of a new, empty database that looks like a healthy one. */
    private static final String EXISTING = ";IFEXISTS=TRUE";

    private static final String READ_ONLY = ";ACCESS_MODE_DATA=r";

    /** No honest statement takes this long; one that does must not hold up saving for ever. */
    private static final int WATCHDOG_MILLIS = 10_000;

    private static final String USER = "xundang";

    private final Path file;
    private final String scheme;
    private final DataKey key;
    private final Schema schema;

    /**
     * Names a database; touches nothing.
     *
     * @param file ends in {@code .mv.db}
     */
    public EncryptedH2(Path file, DataKey key, Schema schema) {
        this(file, "file:", key, schema);
    }

    /** For tests that stand a failing file system under H2. */
    EncryptedH2(Path file, String scheme, DataKey key, Schema schema) {
        this.file = file;
        this.scheme = scheme;
        this.key = key;
        this.schema = schema;
    }

    /**
     * What a database must hold.
     *
     * @param location Flyway's folder on the class path
     * @param version of its newest migration
     * @param table one that is there in every version
     */
    public record Schema(String location, int version, String table) {}

    /** What stands on disk. */
    public sealed interface State {
        record Absent() implements State {}

        /** The file does not open, or opens without what must be in it. */
        record Damaged(String why) implements State {}

        /** Written by a later version of this program. */
        record Newer(int version) implements State {}

        record Sound() implements State {}
    }

    /** Looks at an open database; throws {@link SQLException} if it is not as it should be. */
    @FunctionalInterface
    public interface Look {
        void at(Connection connection) throws SQLException;
    }

    public Path file() {
        return file;
    }

    /**
     * Finds out what stands on disk without changing a byte of it.
     *
     * @param look further questions to a database that opens
     */
    public State inspect(Look look) {
        if (!Files.exists(file)) {
            return new State.Absent();
        }
        try (Connection connection = connect(EXISTING + READ_ONLY)) {
            int version = version(connection);
            if (version > schema.version()) {
                return new State.Newer(version);
            }
            look.at(connection);
            return new State.Sound();
        } catch (SQLException e) {
            requireOurs(e);
            LOG.warn("{} does not open: {}", file.getFileName(), StoreFaults.code(e));
            return new State.Damaged(StoreFaults.code(e));
        }
    }

    /**
     * A file that another program holds, or that the system does not let us read, is not a damaged file: moving it away would do harm.
     */
    private void requireOurs(SQLException e) {
        if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
            throw new StoreException(StoreException.Reason.OTHER, "another program has the database open", e);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
            while (channel.read(buffer.clear()) >= 0) {
                // only whether every byte can be read
            }
        } catch (IOException io) {
            throw StoreFaults.wrap(io, PrivateFiles.parent(file), "the database file cannot be read");
        }
    }

    private int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select max(cast(\"version\" as integer)) from \"flyway_schema_history\" where \"success\"")) {
            rows.next();
            int version = rows.getInt(1);
            if (rows.wasNull()) {
                throw new SQLException("no migration on record", "58030", ErrorCode.FILE_CORRUPTED_1);
            }
            statement
                    .executeQuery("select 1 from " + schema.table() + " where false")
                    .close();
            return version;
        }
    }

    /** Reads every row of every table, so that a page that does not open is found now and not in the middle of work. */
    public static void readAll(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set lazy_query_execution 1");
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery("select table_name from information_schema.tables"
                    + " where table_schema = 'public' and table_type = 'BASE TABLE'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
                    while (rows.next()) {
                        // reading is the check
                    }
                }
            }
            statement.execute("set lazy_query_execution 0");
        }
    }

    /** Opens a database that {@link #inspect} found sound, and brings its schema up to date. Autocommit is off. */
    public Connection open() throws SQLException {
        return opened(connect(EXISTING), false);
    }

    /** Opens it for reading alone, where the disk takes no writing. */
    public Connection openReadOnly() throws SQLException {
        Connection connection = connect(EXISTING + READ_ONLY);
        connection.setAutoCommit(false);
        return connection;
    }

    /** Creates the database. Its file must not exist. Autocommit is off. */
    public Connection create() throws SQLException {
        if (Files.exists(file)) {
            throw new IllegalStateException("would create over an existing file: " + file.getFileName());
        }
        return opened(connect(""), true);
    }

    private Connection opened(Connection connection, boolean fresh) throws SQLException {
        try {
            PrivateFiles.ownerOnly(file);
            if (fresh || version(connection) < schema.version()) {
                migrate();
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("set query_timeout " + WATCHDOG_MILLIS);
            }
            connection.setAutoCommit(false);
            force(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        } catch (IOException e) {
            connection.close();
            throw new SQLException("the file's rights cannot be set", e);
        }
    }

    private void migrate() {
        JdbcDataSource source = source(EXISTING);
        Flyway flyway = Flyway.configure()
                .dataSource(source)
                .locations(schema.location())
                .load();
        flyway.migrate();
        String reached = flyway.info().current().getVersion().getVersion();
        if (!reached.equals(Integer.toString(schema.version()))) {
            throw new IllegalStateException("newest migration of " + schema.location() + " is " + reached
                    + ", the code says " + schema.version());
        }
    }

    /** Forces everything committed so far to the disk. */
    public static void force(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        }
    }

    private Connection connect(String more) throws SQLException {
        return source(more).getConnection();
    }

    private JdbcDataSource source(String more) {
        String path = file.toString();
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + scheme + path.substring(0, path.length() - ".mv.db".length()) + SETTINGS + more);
        source.setUser(USER);
        char[] filePassword = key.password("h2 file " + file.getFileName());
        char[] both = Arrays.copyOf(filePassword, filePassword.length * 2 + 1);
        both[filePassword.length] = ' ';
        System.arraycopy(filePassword, 0, both, filePassword.length + 1, filePassword.length);
        source.setPasswordChars(both);
        Arrays.fill(filePassword, '\0');
        return source;
    }
}
