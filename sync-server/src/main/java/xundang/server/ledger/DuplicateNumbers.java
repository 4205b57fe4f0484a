package xundang.server.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import xundang.model.json.ModelJson;
import xundang.model.sync.Op;
import xundang.model.sync.RecordType;
import xundang.server.platform.db.Tx;

/**
 * Two laptops can give the same number without knowing of each other. Both objects are kept; the double number becomes a conflict that a
 * person settles.
 */
final class DuplicateNumbers {
    /** Shorter serial numbers are dashes and the like. */
    private static final int MEANINGFUL_SERIAL = 4;

    private final AssetViewDao assets;
    private final ConflictRecords conflicts;

    DuplicateNumbers(AssetViewDao assets, ConflictRecords conflicts) {
        this.assets = assets;
        this.conflicts = conflicts;
    }

    /** Opens a conflict for each number that the op has just set and another living object carries too. */
    List<UUID> check(Tx tx, LedgerRecord asset, Op op, Author author, Batch batch) {
        List<UUID> opened = new ArrayList<>();
        if (!asset.key().type().equals(RecordType.ASSET)) {
            return opened;
        }
        if (op.set().containsKey("asset_no")) {
            String number = asset.text("asset_no").orElse("");
            assets.otherWithNumber(tx, asset.key().id(), number)
                    .ifPresent(other -> opened.add(open(tx, asset, op, author, "asset_no", other, batch)));
        }
        String serial = asset.text("serial_no").orElse("").strip();
        if (op.set().containsKey("serial_no") && serial.length() >= MEANINGFUL_SERIAL) {
            assets.otherWithSerial(tx, asset.key().id(), serial)
                    .ifPresent(other -> opened.add(open(tx, asset, op, author, "serial_no", other, batch)));
        }
        return opened;
    }

    private UUID open(Tx tx, LedgerRecord asset, Op op, Author author, String field, UUID other, Batch batch) {
        JsonNode otherId = ModelJson.mapper().getNodeFactory().stringNode(other.toString());
        return conflicts.open(
                tx,
                asset,
                op,
                author,
                ConflictRecords.Kind.DUPLICATE,
                new ThreeWayMerge.Clash(field, null, otherId, asset.fields().get(field)),
                batch);
    }
}
