package xundang.desktop.inspection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.asset.Assets;
import xundang.desktop.asset.PlacedAsset;
import xundang.desktop.inspection.store.InspectionStore;
import xundang.desktop.platform.db.Tx;
import xundang.model.asset.AssetId;
import xundang.model.template.Attributes;
import xundang.model.template.FormEngine;
import xundang.model.template.InspectionTemplate;

/** {@link Assets}, and for assets that this laptop does not hold at the moment what their drafts keep of them. */
final class DraftAssets implements Assets {
    private static final Attributes NONE = name -> Optional.empty();

    private final Assets ledger;
    private final InspectionStore inspections;
    private final FormEngine engine = new FormEngine();

    DraftAssets(Assets ledger, InspectionStore inspections) {
        this.ledger = ledger;
        this.inspections = inspections;
    }

    /** Whether the ledger itself has it. */
    boolean isHere(Tx tx, AssetId id) {
        return ledger.summary(tx, id).isPresent();
    }

    /** What a draft keeps: everything that planning its form asks for. */
    Optional<KnownAsset> keep(Tx tx, AssetId id, InspectionTemplate template) {
        Map<String, String> ofAsset = new TreeMap<>();
        Map<String, String> ofSite = new TreeMap<>();
        Attributes site = noting(ofSite, siteAttributes(tx, id));
        Attributes asset = attributes(tx, id);
        engine.plan(template, noting(ofAsset, asset).orElse(site));
        // The policy is asked for again with every picture.
        site.value(FormEngine.PHOTO_POLICY);
        return summary(tx, id)
                .map(line -> new KnownAsset(
                        line,
                        site(tx, id).orElse(null),
                        Map.copyOf(ofAsset),
                        Map.copyOf(ofSite),
                        asset.jarBaselines()));
    }

    private static Attributes noting(Map<String, String> asked, Attributes attributes) {
        return name -> {
            Optional<String> value = attributes.value(name);
            value.ifPresent(known -> asked.put(name, known));
            return value;
        };
    }

    @Override
    public Optional<AssetSummary> summary(Tx tx, AssetId id) {
        return ledger.summary(tx, id).or(() -> inspections.known(tx, id).map(KnownAsset::asset));
    }

    @Override
    public List<AssetSummary> inWalkingOrder(Tx tx, String category, Set<String> states) {
        return ledger.inWalkingOrder(tx, category, states);
    }

    @Override
    public Optional<AssetId> project(Tx tx, AssetSummary asset) {
        return ledger.project(tx, asset);
    }

    @Override
    public List<AssetSummary> matching(Tx tx, String typed) {
        return ledger.matching(tx, typed);
    }

    @Override
    public List<PlacedAsset> placed(Tx tx) {
        return ledger.placed(tx);
    }

    @Override
    public List<PlacedAsset> placed(Tx tx, Set<AssetId> ids) {
        return ledger.placed(tx, ids);
    }

    @Override
    public Optional<Set<AssetId>> takeTouched(Tx tx) {
        return ledger.takeTouched(tx);
    }

    @Override
    public Optional<UUID> site(Tx tx, AssetId id) {
        return isHere(tx, id)
                ? ledger.site(tx, id)
                : inspections.known(tx, id).flatMap(known -> Optional.ofNullable(known.site()));
    }

    @Override
    public Attributes attributes(Tx tx, AssetId id) {
        return isHere(tx, id)
                ? ledger.attributes(tx, id)
                : inspections.known(tx, id).map(KnownAsset::ofAsset).orElse(NONE);
    }

    @Override
    public Attributes siteAttributes(Tx tx, AssetId id) {
        return isHere(tx, id)
                ? ledger.siteAttributes(tx, id)
                : inspections.known(tx, id).map(KnownAsset::ofSite).orElse(NONE);
    }
}
