package xundang.desktop.asset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import xundang.desktop.asset.store.AssetStore;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.Records;
import xundang.model.asset.AssetId;
import xundang.model.asset.LifecycleState;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.model.template.Attributes;

/** {@link Assets} over the records and the rows made of them. */
public final class AssetRecords implements Assets {
    private static final String UPS_HOST = "ups_host";
    private static final String BATTERY_STRING = "battery_string";

    private final AssetStore store;
    private final Records records;

    public AssetRecords(AssetStore store, Records records) {
        this.store = store;
        this.records = records;
    }

    @Override
    public Optional<AssetSummary> summary(Tx tx, AssetId id) {
        return store.find(tx, id).map(AssetRow::summary);
    }

    @Override
    public List<AssetSummary> inWalkingOrder(Tx tx, String category, Set<String> states) {
        return store.ofCategory(tx, category, states);
    }

    @Override
    public List<PlacedAsset> placed(Tx tx) {
        return store.placed(tx);
    }

    @Override
    public List<PlacedAsset> placed(Tx tx, Set<AssetId> ids) {
        return store.placed(tx, ids);
    }

    @Override
    public Optional<Set<AssetId>> takeTouched(Tx tx) {
        return store.takeTouched(tx);
    }

    /** Writes rows anew that an older version of this program wrote with less in them. Cheap when there is nothing to do. */
    public int completeRows(Tx tx) {
        List<AssetId> old = store.withoutRoom(tx);
        for (AssetId id : old) {
            fields(tx, id).ifPresent(fields -> store.put(tx, AssetProjection.row(id.value(), fields.fields())));
        }
        return old.size();
    }

    @Override
    public Optional<UUID> site(Tx tx, AssetId id) {
        return fields(tx, id).flatMap(AssetFields::siteId);
    }

    @Override
    public Attributes attributes(Tx tx, AssetId id) {
        Optional<AssetFields> own = fields(tx, id);
        if (own.isEmpty()) {
            return name -> Optional.empty();
        }
        Attributes attributes = own.get()::attribute;
        return own.get().orEmpty("category").equals(UPS_HOST)
                ? attributes.orElse(batteries(tx, own.get()))
                : attributes;
    }

    @Override
    public Attributes siteAttributes(Tx tx, AssetId id) {
        return site(tx, id)
                .flatMap(site -> records.fields(tx, new RecordKey(RecordType.SITE, site)))
                .<Attributes>map(fields -> new AssetFields(fields)::text)
                .orElse(name -> Optional.empty());
    }

    /** All fields of the asset's record. */
    Optional<AssetFields> fields(Tx tx, AssetId id) {
        Optional<Map<String, JsonNode>> record = records.fields(tx, new RecordKey(RecordType.ASSET, id.value()));
        return record.map(AssetFields::new);
    }

    private Attributes batteries(Tx tx, AssetFields host) {
        String number = host.orEmpty("asset_no");
        boolean sampleHost = isSample(host);
        return new BatteryAttributes(store.ofCategory(tx, BATTERY_STRING, LifecycleState.codesAtTheirPlace()).stream()
                .filter(string -> sampleHost || !string.sample())
                .map(string -> fields(tx, string.id()))
                .flatMap(Optional::stream)
                .filter(string ->
                        string.attribute("ups_no").filter(number::equals).isPresent())
                .toList());
    }

    private static boolean isSample(AssetFields asset) {
        return asset.orEmpty("sample").equals("true");
    }
}
