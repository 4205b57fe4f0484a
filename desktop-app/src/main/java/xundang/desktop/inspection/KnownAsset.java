package xundang.desktop.inspection;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
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
 * @param jarBaselines of its battery jars, by position; journals of earlier versions have none
 */
public record KnownAsset(
        AssetSummary asset,
        @Nullable UUID site,
        Map<String, String> attributes,
        Map<String, String> siteAttributes,
        @Nullable Map<Integer, BigDecimal> jarBaselines) {
    Attributes ofAsset() {
        return new Attributes() {
            @Override
            public Optional<String> value(String name) {
                return Optional.ofNullable(attributes.get(name));
            }

            @Override
            public Map<Integer, BigDecimal> jarBaselines() {
                return Objects.requireNonNullElse(jarBaselines, Map.of());
            }
        };
    }

    Attributes ofSite() {
        return name -> Optional.ofNullable(siteAttributes.get(name));
    }
}
