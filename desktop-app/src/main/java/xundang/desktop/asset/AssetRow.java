package xundang.desktop.asset;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xundang.model.round.PlannedAsset;

/**
 * One asset as the reading tables hold it.
 *
 * @param siteId record id of its site, if it has one
 * @param walkKey sorts assets in walking order: site, building, floor, room
 * @param room site, building, floor and room in words
 * @param planned what the planning of rounds knows of it
 * @param haystack everything that a search looks through, folded by {@link SearchWords}
 */
public record AssetRow(
        AssetSummary summary,
        String serialNo,
        @Nullable UUID siteId,
        String walkKey,
        String room,
        PlannedAsset planned,
        String haystack) {}
