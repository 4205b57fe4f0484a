package xundang.server.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.server.platform.db.Tx;

/** Which scope a record belongs to, and whether the site or object that it names is still there. */
final class Whereabouts {
    /**
     * Where a record belongs.
     *
     * @param gone why it cannot really be there, in plain Chinese: the site or object has been deleted meanwhile
     */
    record Place(String scope, Optional<String> gone) {}

    private final RecordDao records;

    Whereabouts(RecordDao records) {
        this.records = records;
    }

    /** Throws {@link OpRefusal} unknown when there never was such a place, or the author may not know of it; both look the same. */
    Place of(Tx tx, RecordType type, @Nullable UUID asset, Map<String, JsonNode> fields, Author author, Batch batch) {
        Place place;
        if (type.equals(RecordType.ASSET)) {
            place = ofSite(tx, RecordRules.scopeOfAsset(fields), batch);
        } else if (asset != null) {
            place = ofAsset(tx, asset, batch);
        } else {
            place = new Place(Scopes.NO_SITE, Optional.empty());
        }
        if (!author.system() && !author.scopes().mayWrite(place.scope())) {
            throw OpRefusal.unknownRecord();
        }
        return place;
    }

    private Place ofSite(Tx tx, String scope, Batch batch) {
        if (scope.equals(Scopes.NO_SITE)) {
            return new Place(scope, Optional.empty());
        }
        LedgerRecord site = records.find(tx, new RecordKey(RecordType.SITE, UUID.fromString(scope)), batch)
                .orElseThrow(OpRefusal::unknownRecord);
        return new Place(scope, site.deleted() ? Optional.of("所选站点已从台账删除。") : Optional.empty());
    }

    /** A form that is filled in for a whole project names the project as its object. */
    private Place ofAsset(Tx tx, UUID asset, Batch batch) {
        LedgerRecord owner = records.find(tx, new RecordKey(RecordType.ASSET, asset), batch)
                .or(() -> records.find(tx, new RecordKey(RecordType.PROJECT, asset), batch))
                .orElseThrow(OpRefusal::unknownRecord);
        return new Place(owner.scope(), owner.deleted() ? Optional.of("这台设备已从台账删除，记录已照常保存。") : Optional.empty());
    }
}
