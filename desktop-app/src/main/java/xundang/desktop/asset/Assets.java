package xundang.desktop.asset;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import xundang.desktop.platform.db.Tx;
import xundang.model.asset.AssetId;
import xundang.model.template.Attributes;
import xundang.model.template.InspectionTemplate;

/** What other features ask about assets, inside their own transaction. Store thread only. */
public interface Assets {
    /**
     * The asset's line; empty when this laptop does not hold it. A project that forms are filled in for has one too, with the category
     * {@link InspectionTemplate#PROJECT}.
     */
    Optional<AssetSummary> summary(Tx tx, AssetId id);

    /** Assets of a category in one of the given states, in walking order. */
    List<AssetSummary> inWalkingOrder(Tx tx, String category, Set<String> states);

    /** The record of the project that the asset's file names; empty when there is none on this laptop. */
    Optional<AssetId> project(Tx tx, AssetSummary asset);

    /** Objects for a label, a number, or words of name and place: the one that has the number, else up to twenty, real ones first. */
    List<AssetSummary> matching(Tx tx, String typed);

    /** All assets for the planning of rounds, in no order. Thousands: whoever asks keeps the answer and asks for what changed. */
    List<PlacedAsset> placed(Tx tx);

    /** Those of these that this laptop holds. */
    List<PlacedAsset> placed(Tx tx, Set<AssetId> ids);

    /**
     * Assets that changed since this was last asked, also where the change was undone; empty when it may be any. Asked by one feature only,
     * the rounds.
     */
    Optional<Set<AssetId>> takeTouched(Tx tx);

    /** The site that the asset belongs to; empty for an asset of no site. */
    Optional<UUID> site(Tx tx, AssetId id);

    /**
     * The asset's own attributes by name without prefix, the common ones among them. A UPS host also answers for its battery strings and
     * their jars, a machine room for its equipment, a camera for its pole: those that stand at their place, generated samples only for a
     * generated object. Where they do not agree the attribute is {@link Attributes#disputed}.
     */
    Attributes attributes(Tx tx, AssetId id);

    /** The attributes of the asset's site, e.g. {@code photo_policy}. */
    Attributes siteAttributes(Tx tx, AssetId id);
}
