package xundang.model.photo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import xundang.model.account.UserId;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.template.SlotId;

/**
 * The fields of a photo record, record type {@code photo}. The original is immutable and named by its hash; the times are kept apart,
 * because none of them is to be trusted alone.
 *
 * @param sha256 lower-case hex of the original's bytes
 * @param size bytes of the original
 * @param mime {@code image/jpeg} or {@code image/png}, by content, not by file name
 * @param inspectionId the inspection it belongs to, if any
 * @param slot the form slot it belongs to, if any
 * @param addedAt device clock when it was added
 * @param exifTime as written in the picture, local time without zone, with a fraction of a second where the camera wrote one
 * @param origin where it came from, and what is known of time and place beside these; nothing in records of older programs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PhotoBody(
        @JsonProperty("sha256") String sha256,
        @JsonProperty("size") long size,
        @JsonProperty("mime") String mime,
        @JsonProperty("width") int width,
        @JsonProperty("height") int height,
        @JsonProperty("asset_id") AssetId assetId,
        @JsonProperty("inspection_id") @Nullable InspectionId inspectionId,
        @JsonProperty("slot") @Nullable SlotId slot,
        @JsonProperty("file_name") @Nullable String fileName,
        @JsonProperty("added_at") OffsetDateTime addedAt,
        @JsonProperty("exif_time") @Nullable String exifTime,
        @JsonProperty("person_id") UserId personId,
        @JsonProperty("person_name") String personName,
        @JsonProperty("origin") @Nullable PhotoOrigin origin) {}
