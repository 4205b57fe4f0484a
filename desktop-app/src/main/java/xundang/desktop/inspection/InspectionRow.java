package xundang.desktop.inspection;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xundang.model.account.UserId;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.PlannedSlot;
import xundang.model.template.SlotId;
import xundang.model.template.Verdict;

/**
 * One inspection as this laptop holds it, without its readings.
 *
 * @param occurrence the slot of a plan that it answers; absent for one without a plan
 * @param submittedAt absent for a draft
 * @param activeSlot where the cursor of a draft is
 * @param verdict absent for a draft
 * @param own begun on this laptop
 */
public record InspectionRow(
        InspectionId id,
        AssetId asset,
        String templateId,
        int templateVersion,
        @Nullable String plannedFor,
        @Nullable PlannedSlot occurrence,
        OffsetDateTime startedAt,
        @Nullable OffsetDateTime submittedAt,
        UserId inspector,
        String inspectorName,
        @Nullable SlotId activeSlot,
        Map<String, String> observed,
        @Nullable Verdict verdict,
        boolean own) {
    static final Comparator<InspectionRow> NEWEST_FIRST = Comparator.comparing(InspectionRow::startedAt)
            .thenComparing(row -> row.id().toString())
            .reversed();

    /** A submitted inspection never changes. */
    public boolean isSubmitted() {
        return submittedAt != null;
    }
}
