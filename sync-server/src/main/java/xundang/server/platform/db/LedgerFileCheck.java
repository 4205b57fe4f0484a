package xundang.server.platform.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Looks into an H2 file before it is used. H2 takes a file that was cut short for a new one, or for an older state of itself, and would be
 * given empty tables: then everything would seem to work while all accounts and records are gone. Opened for reading only, so that
 * nothing of what may still be rescued is changed.
 */
final class LedgerFileCheck {
    private static final String OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;TRACE_LEVEL_FILE=0;IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
    private static final String TABLES = "select count(*) from information_schema.tables where table_schema = 'public'"
            + " and table_name in ('flyway_schema_history', 'sync_head', 'ledger_info')";
    private static final int WANTED_TABLES = 3;

    private LedgerFileCheck() {}

    /** Throws {@link DatabaseException} when the file is missing, in use, or does not hold a ledger. */
    static void check(Path file) {
        try (Connection connection =
                DriverManager.getConnection("jdbc:h2:file:" + file.toAbsolutePath() + OPTIONS, "sa", "")) {
            if (count(connection, TABLES) < WANTED_TABLES || count(connection, "select count(*) from sync_head") != 1) {
                throw DatabaseException.damaged(null);
            }
        } catch (SQLException e) {
            DatabaseException fault = DatabaseException.of(e);
            throw fault.reason() == DatabaseException.Reason.OTHER ? DatabaseException.damaged(e) : fault;
        }
    }

    private static int count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
