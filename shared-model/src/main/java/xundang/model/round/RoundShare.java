package xundang.model.round;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import xundang.model.account.UserId;
import xundang.model.inspection.PlanId;

/**
 * Somebody takes a part of a round (认领), so that two people do not inspect one object twice: the fields of a record of type
 * {@code round_share}. Append-only; the latest of a part counts. It is a courtesy: others are warned, nobody is kept from working.
 *
 * @param slot the turn of the plan, as in {@link SlotWindow#slot()}
 * @param siteId site of the part; also the scope of the record
 * @param place room of the part; absent for the whole site
 * @param taken false when the part is given back
 * @param at laptop's clock
 * @param clockOffsetMs laptop minus server, as last measured
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoundShare(
        @JsonProperty("plan_id") PlanId planId,
        @JsonProperty("slot") String slot,
        @JsonProperty("site_id") String siteId,
        @JsonProperty("room") @Nullable String place,
        @JsonProperty("taken") boolean taken,
        @JsonProperty("user_id") UserId userId,
        @JsonProperty("user_name") String userName,
        @JsonProperty("at") OffsetDateTime at,
        @JsonProperty("clock_offset_ms") long clockOffsetMs) {

    /** What is taken. */
    public Part part() {
        return new Part(planId, slot, siteId, place);
    }

    /** When, by the server's clock. */
    public Instant made() {
        return Answer.corrected(at, clockOffsetMs);
    }

    /** A part of a round; {@code place} absent for a whole site. */
    public record Part(
            PlanId planId,
            String slot,
            String siteId,
            @Nullable String place) {}
}
