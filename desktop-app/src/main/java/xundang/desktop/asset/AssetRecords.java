package xundang.desktop.asset;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import xundang.desktop.asset.store.AssetStore;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.Records;
import xundang.model.asset.AssetId;
import xundang.model.asset.AttributeDef;
import xundang.model.asset.CategoryCatalog;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.model.tag.TagParse;
import xundang.model.tag.TagText;
import xundang.model.template.Attributes;
import xundang.model.template.InspectionTemplate;

/** {@link Assets} over the records and the rows made of them. */
public final class AssetRecords implements Assets {
    private static final Set<String> COMMON =
            CategoryCatalog.bundled().common().stream().map(AttributeDef::name).collect(Collectors.toUnmodifiableSet());

    /** More candidates than this are no help to somebody who looks for one object. */
    private static final int MOST_MATCHES = 20;

    private final AssetStore store;
    private final Records records;
    private final RelatedAttributes related;

    public AssetRecords(AssetStore store, Records records) {
        this.store = store;
        this.records = records;
        this.related = new RelatedAttributes(store, records);
    }

    @Override
    public Optional<AssetSummary> summary(Tx tx, AssetId id) {
        return store.find(tx, id).map(AssetRow::summary).or(() -> project(tx, id));
    }

    /** A project stands in for an object in the forms that are filled in for a whole project. */
    private Optional<AssetSummary> project(Tx tx, AssetId id) {
        return records.fields(tx, new RecordKey(RecordType.PROJECT, id.value()))
                .map(AssetFields::new)
                .map(fields -> new AssetSummary(
                        id,
                        fields.orEmpty("package"),
                        InspectionTemplate.PROJECT,
                        fields.orEmpty("name"),
                        "",
                        "",
                        fields.orEmpty("deployed_in"),
                        "",
                        fields.orEmpty("sample").equals("true")));
    }

    @Override
    public Optional<AssetId> project(Tx tx, AssetSummary asset) {
        return fields(tx, asset.id())
                .flatMap(fields -> fields.text("project"))
                .flatMap(name -> records.all(tx, RecordType.PROJECT).stream()
                        .filter(project -> new AssetFields(project.fields())
                                .orEmpty("name")
                                .equals(name))
                        .map(project -> new AssetId(project.id()))
                        .findFirst());
    }

    @Override
    public List<AssetSummary> matching(Tx tx, String typed) {
        String number = switch (TagText.parse(typed)) {
            case TagParse.Good good -> good.tag().assetNo();
            case TagParse.WrongCheck wrong -> "";
            case TagParse.NotATag none -> typed.strip().toUpperCase(Locale.ROOT);
        };
        List<AssetSummary> numbered = number.isEmpty() ? List.of() : store.byNumber(tx, number);
        List<String> words = SearchWords.of(typed);
        return !numbered.isEmpty() || words.isEmpty() ? numbered : store.search(tx, words, MOST_MATCHES);
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
        AssetFields fields = own.get();
        Attributes attributes =
                name -> fields.attribute(name).or(() -> COMMON.contains(name) ? fields.text(name) : Optional.empty());
        return attributes.orElse(related.of(tx, fields));
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
}
