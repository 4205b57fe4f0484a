package xundang.model.round;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import xundang.model.account.UserId;
import xundang.model.asset.AssetId;
import xundang.model.inspection.PlanId;

/**
 * Somebody leaves an occurrence out or puts it off (跳过、延期): the fields of a record of type {@code round_mark}. Append-only; the latest
 * mark of an occurrence counts, and an inspection counts before any mark. What may be marked is checked by {@link MarkRules}.
 *
 * @param assetId whose occurrence; with {@code planId} and {@code slot} its key
 * @param until for a postponement: when it is due again; absent otherwise
 * @param reason why; required
 * @param at laptop's clock
 * @param clockOffsetMs laptop minus server, as last measured
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OccurrenceMark(
        @JsonProperty("plan_id") PlanId planId,
        @JsonProperty("asset_id") AssetId assetId,
        @JsonProperty("slot") String slot,
        @JsonProperty("kind") Kind kind,
        @JsonProperty("until") @Nullable OffsetDateTime until,
        @JsonProperty("reason") String reason,
        @JsonProperty("user_id") UserId userId,
        @JsonProperty("user_name") String userName,
        @JsonProperty("at") OffsetDateTime at,
        @JsonProperty("clock_offset_ms") long clockOffsetMs) {
    /** What is done with the occurrence. */
    public enum Kind {
        /** 跳过. */
        @JsonProperty("skip")
        SKIP,
        /** 延期. */
        @JsonProperty("postpone")
        POSTPONE,
        /** 恢复: takes an earlier mark back. */
        @JsonProperty("reopen")
        REOPEN
    }

    /** The occurrence that is marked. */
    public OccurrenceKey key() {
        return new OccurrenceKey(planId, assetId, slot);
    }

    /** When it was made, by the server's clock. */
    public Instant made() {
        return Answer.corrected(at, clockOffsetMs);
    }
}
