package xundang.desktop.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.db.Tx;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;

/** The synced records as a person on this laptop sees them: the server's copy plus own ops that are on their way. Store thread only. */
public interface Records {
    /** The record's fields; empty when this laptop does not have it. */
    Optional<Map<String, JsonNode>> fields(Tx tx, RecordKey key);

    /** All records of a type in the order of their ids. Meant for small kinds (sites, projects); big ones have rows of their own. */
    List<Seen> all(Tx tx, RecordType type);

    /** The server's revision that this laptop holds, to be used as {@code baseRev} of an op; 0 when it holds none. */
    long rev(Tx tx, RecordKey key);

    /** One record. */
    record Seen(UUID id, String scope, Map<String, JsonNode> fields) {}
}
