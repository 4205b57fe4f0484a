package xundang.model.inspection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xundang.model.account.DeviceId;
import xundang.model.account.UserId;
import xundang.model.asset.AssetId;
import xundang.model.template.SlotId;

/**
 * The fields of an addendum, record type {@code inspection_addendum}. Append-only, as the inspection itself: a submitted record never
 * changes (domain specification, section 5); whoever reads it sees the original and every addendum beside it.
 *
 * @param inspectionId the inspection that it is about
 * @param assetId the inspected object, as in the inspection
 * @param inspectionHash the inspection's {@code record_hash}: what its author of the addendum had before him
 * @param slot the row that it is about; absent for a remark on the whole record
 * @param from 更正: the answer as it stood, which may be that of an earlier addendum; absent for a remark (补充)
 * @param to 更正: the answer as it should have been, judged anew; absent for a remark
 * @param follows 更正: computed rows that come out differently by it
 * @param reason why, or the remark itself; never blank
 * @param madeAt device clock
 * @param clockOffsetMs device clock minus server clock as last measured
 * @param signature the author's, if given; it is part of what {@code addendumHash} covers
 * @param addendumHash SHA-256 (hex) over the canonical JSON of all other fields
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AddendumBody(
        @JsonProperty("inspection_id") InspectionId inspectionId,
        @JsonProperty("asset_id") AssetId assetId,
        @JsonProperty("inspection_hash") String inspectionHash,
        @JsonProperty("slot") @Nullable SlotId slot,
        @JsonProperty("from") @Nullable Reading from,
        @JsonProperty("to") @Nullable Reading to,
        @JsonProperty("follows") List<Reading> follows,
        @JsonProperty("reason") String reason,
        @JsonProperty("author_id") UserId authorId,
        @JsonProperty("author_name") String authorName,
        @JsonProperty("device_id") DeviceId deviceId,
        @JsonProperty("made_at") OffsetDateTime madeAt,
        @JsonProperty("clock_offset_ms") long clockOffsetMs,
        @JsonProperty("signature") ReadingValue.@Nullable Signed signature,
        @JsonProperty("addendum_hash") String addendumHash) {

    /** Longest reason, in characters. */
    public static final int MAX_REASON = 500;

    /** Whether it corrects an answer; otherwise it only says something. */
    public boolean corrects() {
        return to != null;
    }

    /** The same with its hash filled in. */
    public AddendumBody sealed() {
        return new AddendumBody(
                inspectionId,
                assetId,
                inspectionHash,
                slot,
                from,
                to,
                follows,
                reason,
                authorId,
                authorName,
                deviceId,
                madeAt,
                clockOffsetMs,
                signature,
                RecordHash.of(this));
    }
}
