package xundang.model.inspection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xundang.model.account.DeviceId;
import xundang.model.account.UserId;
import xundang.model.asset.AssetId;
import xundang.model.template.Verdict;

/**
 * The fields of a submitted inspection, record type {@code inspection}. Append-only: a correction is an addendum.
 *
 * @param assetId the inspected object
 * @param templateId e.g. {@code ups-m}
 * @param templateVersion the version that it was begun with
 * @param plannedFor last day (ISO) of the month that it answers; all that programs before the plans wrote, and for them to read
 * @param occurrence the plan and slot that it answers; absent for an unplanned one and in older records
 * @param startedAt device clock at the first answer
 * @param submittedAt device clock at submission
 * @param clockOffsetMs device clock minus server clock as last measured
 * @param observed attributes that the ledger lacked and the form asked for, e.g. {@code phases}
 * @param basis what the limits were worked out with, so that the printed form shows for ever the limits of that day; absent in records of
 *     before
 * @param verdict the worst verdict among the readings
 * @param recordHash SHA-256 (hex) over the canonical JSON of all other fields
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InspectionBody(
        @JsonProperty("asset_id") AssetId assetId,
        @JsonProperty("template_id") String templateId,
        @JsonProperty("template_version") int templateVersion,
        @JsonProperty("planned_for") @Nullable String plannedFor,
        @JsonProperty("occurrence") @Nullable PlannedSlot occurrence,
        @JsonProperty("started_at") OffsetDateTime startedAt,
        @JsonProperty("submitted_at") OffsetDateTime submittedAt,
        @JsonProperty("inspector_id") UserId inspectorId,
        @JsonProperty("inspector_name") String inspectorName,
        @JsonProperty("device_id") DeviceId deviceId,
        @JsonProperty("clock_offset_ms") long clockOffsetMs,
        @JsonProperty("observed") Map<String, String> observed,
        @JsonProperty("readings") List<Reading> readings,
        @JsonProperty("basis") @Nullable Basis basis,
        @JsonProperty("verdict") Verdict verdict,
        @JsonProperty("record_hash") String recordHash) {}
