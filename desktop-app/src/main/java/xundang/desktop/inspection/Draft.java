package xundang.desktop.inspection;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import xundang.desktop.asset.AssetSummary;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.Reading;
import xundang.model.template.FormPlan;
import xundang.model.template.SlotId;

/**
 * An inspection that is being filled in; an immutable picture of it.
 *
 * @param readings answers so far, computed ones included
 * @param history up to three last values per slot, newest first, from earlier inspections of the same asset
 * @param active where the cursor is, or was when the program ended
 * @param observed attributes that the person supplied because the ledger lacks them
 */
public record Draft(
        InspectionId id,
        AssetSummary asset,
        OffsetDateTime startedAt,
        FormPlan form,
        Map<SlotId, Reading> readings,
        Map<SlotId, List<PastValue>> history,
        SlotId active,
        Map<String, String> observed) {

    /** A value from an earlier inspection. */
    public record PastValue(OffsetDateTime at, Reading reading) {}
}
