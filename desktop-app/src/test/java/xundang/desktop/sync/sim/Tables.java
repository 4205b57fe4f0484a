package xundang.desktop.sync.sim;

import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All tables of a database at once: emptied, copied, put back. For H2 and PostgreSQL; commits. */
final class Tables {
    private final Connection connection;
    private final boolean h2;
    private final List<String> names = new ArrayList<>();
    private final Copy fresh;

    /** The connection must be to a freshly migrated database; {@link #reset} brings this state back. */
    Tables(Connection connection, boolean h2) {
        this.connection = connection;
        this.h2 = h2;
        for (List<Object> row : rows("select table_name from information_schema.tables where table_schema = 'public'"
                + " and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history' order by table_name")) {
            names.add((String) row.getFirst());
        }
        fresh = copy();
    }

    /** Rows of all tables. */
    record Copy(Map<String, Content> tables) {}

    private record Content(List<String> columns, List<List<Object>> rows) {}

    Copy copy() {
        Map<String, Content> tables = new LinkedHashMap<>();
        for (String name : names) {
            tables.put(name, content(name));
        }
        end();
        return new Copy(tables);
    }

    void reset() {
        restore(fresh);
    }

    void restore(Copy copy) {
        run(h2 ? "set referential_integrity false" : "set session_replication_role = replica");
        for (String name : names) {
            run(h2 ? "truncate table " + name + " restart identity" : "delete from " + name);
            fill(name, copy.tables().get(name));
        }
        run(h2 ? "set referential_integrity true" : "set session_replication_role = default");
        end();
    }

    /** Rows of a query; large texts as strings. */
    List<List<Object>> rows(String sql, Object... arguments) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Changes rows and commits. */
    int change(String sql, Object... arguments) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            int changed = statement.executeUpdate();
            end();
            return changed;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Ends the transaction that reading opened, so that the next question sees what others committed. */
    void end() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<List<Object>> read(ResultSet rows) throws SQLException {
        List<List<Object>> read = new ArrayList<>();
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            List<Object> row = new ArrayList<>(columns);
            for (int i = 1; i <= columns; i++) {
                Object value = rows.getObject(i);
                row.add(value instanceof Clob ? rows.getString(i) : value);
            }
            read.add(row);
        }
        return read;
    }

    private Content content(String name) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + name)) {
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                columns.add(rows.getMetaData().getColumnName(i));
            }
            return new Content(columns, read(rows));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void fill(String name, Content content) {
        if (content.rows().isEmpty()) {
            return;
        }
        String marks = String.join(",", content.columns().stream().map(c -> "?").toList());
        String sql = "insert into " + name + " (" + String.join(",", content.columns()) + ") values (" + marks + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (List<Object> row : content.rows()) {
                for (int i = 0; i < row.size(); i++) {
                    insert.setObject(i + 1, row.get(i));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(name, e);
        }
        if (h2 && content.columns().contains("local_id")) {
            long last =
                    (Long) rows("select max(local_id) from " + name).getFirst().getFirst();
            run("alter table " + name + " alter column local_id restart with " + (last + 1));
        }
    }

    private void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
