package xundang.desktop.inspection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import xundang.desktop.asset.AssetSummary;
import xundang.model.inspection.InspectionId;

/**
 * One line of Today 今日.
 *
 * @param dueOn last day of the round
 * @param draft the open draft, if one was begun
 * @param answered slots answered in the draft
 * @param slots slots of the form; 0 while there is no draft
 */
public record DueItem(
        AssetSummary asset,
        String templateId,
        LocalDate dueOn,
        State state,
        @Nullable InspectionId draft,
        int answered,
        int slots) {

    /** Where the item stands in its round. */
    public enum State {
        DUE,
        OVERDUE,
        STARTED,
        DONE
    }
}
