package xundang.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import xundang.model.json.ModelJson;
import xundang.model.sync.Op;
import xundang.server.platform.db.DatabaseSettings;
import xundang.server.platform.db.ServerDatabase;

/**
 * What inspections cost without a server before the database, in two ways; in commits of so many ops, forced to disk after each:
 *
 * <ul>
 *   <li>their JSON, made from the values and inserted into one table with a primary key and nothing else;
 *   <li>all the rows that the server keeps of them, read from it before, inserted into the same tables with the same indexes.
 * </ul>
 */
final class BareInsert implements AutoCloseable {
    private static final String OPTIONS = ";WRITE_DELAY=0;REUSE_SPACE=FALSE;TRACE_LEVEL_FILE=0";
    private static final String LIKE_SERVER =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH" + OPTIONS;

    /** A table of the server's, and how the row of an inspection, or of its op, is found in it. */
    private record Table(String name, String where, Function<Op, Object> id) {}

    private static final List<Table> TABLES = List.of(
            new Table("ledger_record", "rec_type = 'inspection' and rec_id = ?", Op::recId),
            new Table("op_result", "op_id = ?", Op::opId),
            new Table("change_index", "scope = '*' and rec_type = 'inspection' and rec_id = ?", Op::recId),
            new Table(
                    "audit",
                    "subject_type = 'inspection' and subject_id = ?",
                    op -> op.recId().toString()));

    private final Connection one;
    private final Connection all;
    private final Connection server;

    BareInsert(Path oneTable, Path allTables, Path serverDatabase) throws SQLException {
        one = DriverManager.getConnection("jdbc:h2:file:" + oneTable + OPTIONS, "sa", "");
        execute(one, "create table inspection (id uuid primary key, fields text not null)");
        ServerDatabase.open(new DatabaseSettings.H2File(allTables, true)).close();
        all = DriverManager.getConnection("jdbc:h2:file:" + allTables + LIKE_SERVER, "sa", "");
        server = DriverManager.getConnection("jdbc:h2:file:" + serverDatabase + LIKE_SERVER, "sa", "");
        one.setAutoCommit(false);
        all.setAutoCommit(false);
    }

    /** Seconds for making and inserting their JSON. */
    double documents(List<Op> ops, Function<Op, UUID> key, int perCommit) throws SQLException {
        long begin = System.nanoTime();
        try (PreparedStatement insert = one.prepareStatement("insert into inspection values (?, ?)")) {
            for (int from = 0; from < ops.size(); from += perCommit) {
                for (Op op : ops.subList(from, Math.min(ops.size(), from + perCommit))) {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    op.set().forEach((name, change) -> fields.put(name, change.to()));
                    insert.setObject(1, key.apply(op));
                    insert.setString(2, ModelJson.mapper().writeValueAsString(fields));
                    insert.addBatch();
                }
                insert.executeBatch();
                one.commit();
                execute(one, "checkpoint sync");
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Seconds for inserting the rows that the server has made of them; reading them is not counted. */
    double rows(List<Op> ops, int perCommit) throws SQLException {
        long nanos = 0;
        for (int from = 0; from < ops.size(); from += perCommit) {
            List<Op> some = ops.subList(from, Math.min(ops.size(), from + perCommit));
            List<List<Object[]>> rows = new ArrayList<>();
            for (Table table : TABLES) {
                rows.add(read(table, some));
            }
            long begin = System.nanoTime();
            for (int i = 0; i < TABLES.size(); i++) {
                insert(TABLES.get(i), rows.get(i));
            }
            all.commit();
            execute(all, "checkpoint sync");
            nanos += System.nanoTime() - begin;
        }
        return nanos / 1e9;
    }

    private List<Object[]> read(Table table, List<Op> ops) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (PreparedStatement select =
                server.prepareStatement("select * from " + table.name() + " where " + table.where())) {
            for (Op op : ops) {
                select.setObject(1, table.id().apply(op));
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        Object[] row = new Object[found.getMetaData().getColumnCount()];
                        for (int i = 0; i < row.length; i++) {
                            row[i] = found.getObject(i + 1) instanceof java.sql.Clob text
                                    ? text.getSubString(1, Math.toIntExact(text.length()))
                                    : found.getObject(i + 1);
                        }
                        rows.add(row);
                    }
                }
            }
        }
        if (rows.size() != ops.size()) {
            throw new IllegalStateException("the server does not have a row in " + table.name() + " for each op");
        }
        return rows;
    }

    private void insert(Table table, List<Object[]> rows) throws SQLException {
        String sql = "insert into " + table.name() + " values (?" + ", ?".repeat(rows.getFirst().length - 1) + ")";
        try (PreparedStatement insert = all.prepareStatement(sql)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        one.close();
        all.close();
        server.close();
    }
}
