package xundang.server.ledger;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.model.sync.RecordKey;
import xundang.server.platform.db.Tx;

/** Finds out who made the ledger's present values, and when, from the ops that were answered. Asked for conflicts only, which are rare. */
final class FieldOrigins {
    /**
     * Who made a value.
     *
     * @param at as the author's device said
     */
    record Origin(UUID user, String name, @Nullable OffsetDateTime at) {}

    private static final String RESOLVE = "conflict.resolve";
    private static final String IMPORT = "台账导入";

    private final OpLogDao log;

    FieldOrigins(OpLogDao log) {
        this.log = log;
    }

    /** How a person is called; empty for who has no account. */
    Optional<String> nameOf(Tx tx, UUID user) {
        return log.nameOf(tx, user);
    }

    /**
     * The last op that gave one of these fields the value that it has now.
     *
     * @param group whether they are a declared group, of which resolutions speak as one object
     */
    Optional<Origin> ofFields(Tx tx, RecordKey key, Map<String, @Nullable JsonNode> present, boolean group) {
        return log.history(tx, key).stream()
                .filter(past -> present.entrySet().stream()
                        .anyMatch(entry -> gave(past, entry.getKey(), group, entry.getValue())))
                .findFirst()
                .map(past -> origin(tx, past));
    }

    /** The last op that changed the record at all. */
    Optional<Origin> ofRecord(Tx tx, RecordKey key) {
        List<OpLogDao.Past> history = log.history(tx, key);
        return history.isEmpty() ? Optional.empty() : Optional.of(origin(tx, history.getFirst()));
    }

    private static boolean gave(OpLogDao.Past past, String field, boolean inGroup, @Nullable JsonNode value) {
        if (past.kind().equals(RESOLVE)) {
            JsonNode chosen = past.body().path("set").path("resolution").path("to");
            return JsonValues.same(inGroup ? chosen.path(field) : chosen, value);
        }
        return KeptBody.gave(past.body(), field, value);
    }

    private Origin origin(Tx tx, OpLogDao.Past past) {
        String name = log.nameOf(tx, past.account()).orElse(IMPORT);
        return new Origin(past.account(), name, time(past.body().path("at")));
    }

    private static @Nullable OffsetDateTime time(JsonNode at) {
        try {
            return at.isString() ? OffsetDateTime.parse(at.stringValue()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
