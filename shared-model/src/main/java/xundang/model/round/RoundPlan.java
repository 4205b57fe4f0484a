package xundang.model.round;

import xundang.model.inspection.PlanId;

/** A plan as the ledger holds it. */
public record RoundPlan(PlanId id, PlanBody body) {}
