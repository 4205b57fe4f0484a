package xundang.server.platform.db;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/**
 * Inserts many rows with one prepared statement; several times faster than a statement, or even a rendering, per row. The values go to the
 * driver as they are: binding them through jOOQ took as long as the database needs for the rows. For DAOs only.
 */
public final class BulkInsert {
    private BulkInsert() {}

    /** Inserts all columns of the rows in their order; none may exist. */
    public static <R extends Record> void into(Tx tx, Table<R> table, List<R> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Field<?>[] columns = table.fields();
        String sql = "insert into " + table.getName()
                + Arrays.stream(columns).map(Field::getName).collect(Collectors.joining(", ", " (", ") values ("))
                + String.join(", ", Collections.nCopies(columns.length, "?"))
                + ")";
        try (PreparedStatement insert = tx.connection().prepareStatement(sql)) {
            for (R row : rows) {
                for (int i = 0; i < columns.length; i++) {
                    insert.setObject(i + 1, row.get(i));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw DatabaseException.of(e);
        }
    }
}
