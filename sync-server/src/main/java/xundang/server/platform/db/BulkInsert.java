package xundang.server.platform.db;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jooq.BatchBindStep;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** Inserts many rows with one prepared statement; several times faster than a statement, or even a rendering, per row. For DAOs only. */
public final class BulkInsert {
    private BulkInsert() {}

    /** Inserts all columns of the rows in their order; none may exist. */
    public static <R extends Record> void into(Tx tx, Table<R> table, List<R> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Field<?>[] columns = table.fields();
        BatchBindStep batch = tx.dsl()
                .batch(tx.dsl().insertInto(table).columns(columns).values(Collections.nCopies(columns.length, null)));
        for (R row : rows) {
            batch = batch.bind(Arrays.stream(columns).map(row::get).toArray());
        }
        batch.execute();
    }
}
