package xundang.model.inspection;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an inspection says that it answers: a slot of a plan. With the object it names one occurrence. */
public record PlannedSlot(
        @JsonProperty("plan_id") PlanId planId,
        @JsonProperty("slot") String slot) {}
