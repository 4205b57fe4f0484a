package xundang.desktop.asset;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.value.FieldMeaning;
import xundang.desktop.sync.RecordSyncState;
import xundang.desktop.sync.SyncDesk.ConflictCard;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.PlannedSlot;
import xundang.model.photo.PhotoId;
import xundang.model.template.Label;
import xundang.model.template.Verdict;

/**
 * One object's file (一物一档) as this laptop knows it.
 *
 * @param facts filled-in attributes, in the category schema's order
 * @param missing attributes of the schema that nobody has filled in yet
 * @param conflicts fields on which the ledger's sources disagree
 * @param disputes changes of two people that stand beside each other until somebody decides
 * @param edits where own changes of this object stand on their way; absent when there are none
 * @param history newest first
 * @param due what is to be inspected now, the most urgent first; what comes next where nothing is
 */
public record Dossier(
        AssetSummary asset,
        List<Fact> facts,
        List<Missing> missing,
        List<SourceConflict> conflicts,
        List<ConflictCard> disputes,
        @Nullable RecordSyncState edits,
        List<PastInspection> history,
        List<PhotoId> photos,
        List<Due> due) {

    /**
     * One attribute and where it comes from.
     *
     * @param value in words, without unit
     * @param source of an imported value
     * @param changed a person changed it in this program since
     * @param editable a person in the right role may change it here
     */
    public record Fact(
            FieldMeaning meaning,
            JsonNode raw,
            String value,
            @Nullable String source,
            boolean changed,
            boolean editable) {}

    /** An attribute without a value. */
    public record Missing(FieldMeaning meaning, boolean editable) {}

    /** Both values stand until someone verifies on site. */
    public record SourceConflict(String field, Label label, List<Candidate> candidates) {}

    /** One source's value. */
    public record Candidate(String value, String source) {}

    /**
     * A submitted inspection, here or elsewhere.
     *
     * @param addenda corrections and remarks made since
     * @param syncState where it stands on its way to the server
     * @param second another inspection of the same slot was submitted before and counts
     */
    public record PastInspection(
            InspectionId id,
            String templateId,
            OffsetDateTime submittedAt,
            String inspector,
            Verdict verdict,
            int abnormal,
            int warnings,
            int photos,
            int addenda,
            RecordSyncState syncState,
            boolean second) {
        /** The same, but another one counts. */
        public PastInspection asSecond() {
            return new PastInspection(
                    id,
                    templateId,
                    submittedAt,
                    inspector,
                    verdict,
                    abnormal,
                    warnings,
                    photos,
                    addenda,
                    syncState,
                    true);
        }
    }

    /**
     * A planned inspection.
     *
     * @param plan what the plan is called
     * @param occurrence what the inspection will answer
     * @param dueOn last day
     * @param closes end of a patrol slot's window; absent for anything with days of time
     * @param later nothing is to be done now; this comes next
     * @param openDraft this person's draft of it
     */
    public record Due(
            String templateId,
            String plan,
            PlannedSlot occurrence,
            LocalDate dueOn,
            @Nullable OffsetDateTime closes,
            boolean overdue,
            boolean later,
            @Nullable InspectionId openDraft) {}
}
