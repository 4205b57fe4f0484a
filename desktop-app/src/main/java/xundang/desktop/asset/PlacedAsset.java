package xundang.desktop.asset;

import java.util.Comparator;
import xundang.model.asset.AssetId;
import xundang.model.round.PlannedAsset;

/**
 * What rounds know of an object.
 *
 * @param room its room in words: site, building, floor, room
 * @param walkKey sorts in walking order
 */
public record PlacedAsset(AssetSummary summary, PlannedAsset planned, String room, String walkKey) {
    /** Site, building, floor, room, rack, number. */
    public static final Comparator<PlacedAsset> WALKING_ORDER = Comparator.comparing(PlacedAsset::walkKey)
            .thenComparing(asset -> asset.summary().assetNo())
            .thenComparing(asset -> asset.id().toString());

    private static final char BEFORE_LAST_PART = '\u0001';

    public AssetId id() {
        return summary.id();
    }

    /** The same for all objects of a room: the walking order's parts but the last, the rack. */
    public String roomKey() {
        int rack = walkKey.lastIndexOf(BEFORE_LAST_PART);
        return rack < 0 ? walkKey : walkKey.substring(0, rack);
    }
}
