package xundang.model.round;

/** One object, due once (一次应检). */
public record Occurrence(RoundPlan plan, PlannedAsset asset, SlotWindow window) {
    /** Its lasting name. */
    public OccurrenceKey key() {
        return new OccurrenceKey(plan.id(), asset.id(), window.slot());
    }
}
