package xundang.desktop.asset;

import xundang.model.asset.AssetId;

/**
 * One line of a list.
 *
 * @param category code of the category, e.g. {@code ups_host}
 * @param place site, building, floor and room as one text
 * @param state wire name of the life-cycle state, e.g. {@code in_service}
 * @param sample true for generated demonstration data (示例), which no figure may count
 */
public record AssetSummary(
        AssetId id,
        String assetNo,
        String category,
        String name,
        String brand,
        String model,
        String place,
        String state,
        boolean sample) {}
