package xundang.server.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import xundang.model.asset.AssetNo;
import xundang.model.sync.RecordType;
import xundang.server.platform.db.Tx;

/**
 * Gives out numbers within one transaction. A number is never given twice: neither one that was given before and whose object is gone, nor
 * one that a person typed.
 */
final class NumberSeries {
    private final Tx tx;
    private final ImportDao dao;
    private final Map<String, Integer> last = new HashMap<>();
    private final Map<String, Integer> highestInLedger = new HashMap<>();

    NumberSeries(Tx tx, ImportDao dao) {
        this.tx = tx;
        this.dao = dao;
        note(dao.everUsed(tx, RecordType.ASSET), "asset_no");
        note(dao.everUsed(tx, RecordType.SITE), "code");
    }

    AssetNo next(String prefix) {
        int before = last.computeIfAbsent(
                prefix, first -> Math.max(dao.lockCounter(tx, first), highestInLedger.getOrDefault(first, 0)));
        last.put(prefix, before + 1);
        return AssetNo.of(prefix, before + 1);
    }

    /** Remembers what was given out. */
    void save() {
        last.forEach((prefix, number) -> dao.saveCounter(tx, prefix, number));
    }

    private void note(List<Map<String, JsonNode>> records, String field) {
        for (Map<String, JsonNode> fields : records) {
            Optional.ofNullable(fields.get(field))
                    .filter(JsonNode::isString)
                    .flatMap(node -> AssetNo.parse(node.stringValue()))
                    .ifPresent(no -> highestInLedger.merge(no.prefix(), no.number(), Math::max));
        }
    }
}
