package xundang.desktop.asset;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xundang.model.inspection.InspectionId;
import xundang.model.photo.PhotoId;
import xundang.model.template.Label;
import xundang.model.template.Verdict;

/**
 * One object's file (一物一档) as this laptop knows it.
 *
 * @param facts filled-in attributes, in the category schema's order
 * @param missing attributes of the schema that nobody has filled in yet
 * @param conflicts fields on which the ledger's sources disagree
 * @param history newest first
 * @param due next planned inspection, if the category has a plan
 */
public record Dossier(
        AssetSummary asset,
        List<Fact> facts,
        List<Label> missing,
        List<SourceConflict> conflicts,
        List<PastInspection> history,
        List<PhotoId> photos,
        @Nullable Due due) {

    /** One attribute with its unit and where it comes from. */
    public record Fact(
            String field,
            Label label,
            String value,
            @Nullable String unit,
            @Nullable String source) {}

    /** Both values stand until someone verifies on site. */
    public record SourceConflict(String field, Label label, List<Candidate> candidates) {}

    /** One source's value. */
    public record Candidate(String value, String source) {}

    /**
     * A submitted inspection, here or elsewhere.
     *
     * @param syncState where it stands on its way to the server
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
            xundang.desktop.sync.RecordSyncState syncState) {}

    /** The next planned inspection. */
    public record Due(
            String templateId,
            LocalDate dueOn,
            boolean overdue,
            @Nullable InspectionId openDraft) {}
}
