package xundang.server.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xundang.model.sync.RecordKey;

/** What one transaction has changed so far: the feed entries to be numbered and the audit lines to be chained at its end. */
final class Batch {
    /** A place in the feed. */
    record Place(String scope, RecordKey key) {}

    private final Map<Place, String> changes = new LinkedHashMap<>();
    private final List<AuditEntry> audit = new ArrayList<>();

    void changed(LedgerRecord now) {
        put(now.scope(), now.key(), now.deleted() ? "delete" : "put");
    }

    void leftScope(String scope, RecordKey key) {
        put(scope, key, "remove");
    }

    void audit(AuditEntry entry) {
        audit.add(entry);
    }

    void addAll(Batch other) {
        other.changes.forEach((place, op) -> put(place.scope(), place.key(), op));
        audit.addAll(other.audit);
    }

    Map<Place, String> changes() {
        return changes;
    }

    List<AuditEntry> audit() {
        return audit;
    }

    private void put(String scope, RecordKey key, String op) {
        Place place = new Place(scope, key);
        changes.remove(place);
        changes.put(place, op);
    }
}
