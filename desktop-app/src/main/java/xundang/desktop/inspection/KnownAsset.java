package xundang.desktop.inspection;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xundang.desktop.asset.AssetSummary;
import xundang.model.template.Attributes;

/**
 * What a draft keeps of its asset from the moment it was begun: after a rebuild from the journal the draft is there before the server has
 * sent the asset again, and must be shown and filled in all the same.
 *
 * @param site id of the asset's site record, if it has one
 * @param attributes of the asset that the form asked for, as far as they were known
 * @param siteAttributes of its site that the form asked for
 */
public record KnownAsset(
        AssetSummary asset, @Nullable UUID site, Map<String, String> attributes, Map<String, String> siteAttributes) {
    Attributes ofAsset() {
        return name -> Optional.ofNullable(attributes.get(name));
    }

    Attributes ofSite() {
        return name -> Optional.ofNullable(siteAttributes.get(name));
    }
}
