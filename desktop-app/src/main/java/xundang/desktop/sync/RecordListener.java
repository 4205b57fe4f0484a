package xundang.desktop.sync;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.db.Tx;
import xundang.model.sync.RecordType;

/**
 * A feature that keeps rows of its own for records of one type. It is told in the same transaction in which the visible state of a record
 * (the server's copy plus own ops that are on their way) changed, so that its rows can never disagree with the records.
 *
 * <p>Store thread only. Deterministic: it also runs when a database is rebuilt. An exception undoes the whole transaction.
 */
public interface RecordListener {
    /** The records that it wants to hear of. */
    RecordType type();

    /**
     * The record now looks like this. Called again with the same content at times; the outcome must be the same.
     *
     * @param scope site id, or {@code *} for records of no site
     * @param fields all fields, or null when the record is gone from this laptop
     */
    void changed(Tx tx, UUID id, String scope, @Nullable Map<String, JsonNode> fields);

    /** Many records at once, each at most once, as a page of the feed brings them. The outcome is that of {@link #changed} for each. */
    default void changed(Tx tx, List<Changed> records) {
        records.forEach(record -> changed(tx, record.id(), record.scope(), record.fields()));
    }

    /** One record of a page; the parts are those of {@link RecordListener#changed}. */
    record Changed(UUID id, String scope, @Nullable Map<String, JsonNode> fields) {}
}
