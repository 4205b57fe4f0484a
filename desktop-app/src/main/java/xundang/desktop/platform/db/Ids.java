package xundang.desktop.platform.db;

import static org.jooq.impl.DSL.any;

import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/** Many ids in one condition. A page of the feed has thousands; as a list each of them would be a parameter to be parsed. For stores only. */
public final class Ids {
    /** As the database orders ids; {@link UUID#compareTo} takes the halves for signed numbers. */
    private static final Comparator<UUID> ORDER = Comparator.<UUID, Long>comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private Ids() {}

    /** One of these. */
    public static Condition among(Field<UUID> column, Collection<UUID> ids) {
        return column.eq(any(ids.toArray(UUID[]::new)));
    }

    /**
     * True if the table has no row at all between the smallest and the largest of these ids: one look into the index then answers for all
     * of them. That is how the pages of a first fetch come, in the order of their ids and to an empty table.
     *
     * @param which further condition that goes before the id in the index
     */
    public static boolean untouched(Tx tx, Table<?> table, Condition which, Field<UUID> column, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return true;
        }
        UUID least = ids.stream().min(ORDER).orElseThrow();
        UUID most = ids.stream().max(ORDER).orElseThrow();
        return tx.dsl()
                .selectOne()
                .from(table)
                .where(which, column.between(least, most))
                .limit(1)
                .fetch()
                .isEmpty();
    }
}
