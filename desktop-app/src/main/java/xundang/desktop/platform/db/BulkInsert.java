package xundang.desktop.platform.db;

import java.sql.PreparedStatement;
import java.util.Collections;
import java.util.List;
import org.jooq.Record;
import org.jooq.Table;

/**
 * Inserts many rows with one prepared statement whose values are handed to the driver as they are; several times faster than a statement, or
 * even a binding of jOOQ's, per row. For stores only, and for columns of types that the driver itself knows.
 */
public final class BulkInsert {
    private BulkInsert() {}

    /** Inserts all columns of the rows in their order; none may exist. */
    public static <R extends Record> void into(Tx tx, Table<R> table, List<R> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int columns = table.fields().length;
        String insert = tx.dsl()
                .render(tx.dsl().insertInto(table).columns(table.fields()).values(Collections.nCopies(columns, null)));
        tx.dsl().connection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                for (R row : rows) {
                    for (int i = 0; i < columns; i++) {
                        statement.setObject(i + 1, row.get(i));
                    }
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }
}
