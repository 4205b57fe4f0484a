package xundang.server.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import xundang.model.json.ModelJson;
import xundang.model.sync.Op;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.server.platform.db.Tx;

/**
 * Two laptops can give the same number without knowing of each other. Both objects are kept; the double number becomes a conflict that a
 * person settles. A tag's text names the object by its {@code asset_no}, so a double number is a double tag; {@code tag_id} is that of a
 * tag with an id of its own.
 */
final class DuplicateNumbers {
    /** The fields that should tell one object from all others. */
    static final List<String> FIELDS = List.of("asset_no", "serial_no", "tag_id");

    /** Shorter serial numbers are dashes and the like. */
    private static final int MEANINGFUL_SERIAL = 4;

    private final AssetViewDao assets;
    private final ConflictRecords conflicts;
    private final FieldOrigins origins;

    DuplicateNumbers(AssetViewDao assets, ConflictRecords conflicts, FieldOrigins origins) {
        this.assets = assets;
        this.conflicts = conflicts;
        this.origins = origins;
    }

    /** Two writers who give one number at the same moment would not see each other's; this makes the second one wait. */
    void lock(Tx tx, List<Op> ops) {
        Set<Integer> buckets = new TreeSet<>();
        for (Op op : ops) {
            for (String field : FIELDS) {
                if (op.recType().equals(RecordType.ASSET) && op.set().containsKey(field)) {
                    JsonNode to = op.set().get(field) == null
                            ? null
                            : op.set().get(field).to();
                    buckets.add(AssetViewDao.bucket(
                            to == null ? "" : to.asString("").strip()));
                }
            }
        }
        assets.lockNumbers(tx, buckets);
    }

    /** Opens a conflict for each number that has just been set and another living object carries too. */
    List<UUID> check(Tx tx, LedgerRecord asset, Set<String> justSet, Op op, Author author, Batch batch) {
        List<UUID> opened = new ArrayList<>();
        for (String field : FIELDS) {
            if (justSet.contains(field)) {
                other(tx, asset, field)
                        .ifPresent(other -> opened.add(open(tx, asset, op, author, field, other, batch)));
            }
        }
        return opened;
    }

    /** Another living object with the same number in that field. */
    Optional<UUID> other(Tx tx, LedgerRecord asset, String field) {
        if (!asset.key().type().equals(RecordType.ASSET)) {
            return Optional.empty();
        }
        String number = asset.text(field).orElse("").strip();
        int least = field.equals("serial_no") ? MEANINGFUL_SERIAL : 1;
        return number.length() < least
                ? Optional.empty()
                : assets.other(tx, asset.key().id(), field, number);
    }

    private UUID open(Tx tx, LedgerRecord asset, Op op, Author author, String field, UUID other, Batch batch) {
        JsonNode otherId = ModelJson.mapper().getNodeFactory().stringNode(other.toString());
        JsonNode number = asset.fields().get(field);
        return conflicts.open(
                tx,
                asset,
                op,
                author,
                new ConflictRecords.Values(ConflictRecords.Kind.DUPLICATE, field, null, otherId, number, null),
                origins.ofFields(tx, new RecordKey(RecordType.ASSET, other), Map.of(field, number), false),
                batch);
    }
}
