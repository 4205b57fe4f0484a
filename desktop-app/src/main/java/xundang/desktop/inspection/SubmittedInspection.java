package xundang.desktop.inspection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.sync.RecordSyncState;
import xundang.model.inspection.Addenda;
import xundang.model.inspection.AddendumId;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.Reading;
import xundang.model.inspection.SignedContent;
import xundang.model.photo.PhotoBody;
import xundang.model.photo.PhotoId;
import xundang.model.template.FormSlot;
import xundang.model.template.Label;
import xundang.model.template.SlotId;
import xundang.model.template.Verdict;

/**
 * A submitted inspection with all that belongs to it; an immutable picture of it.
 *
 * @param formKnown false for a form of a later program; its rows then have no names and no limits
 * @param limitsOfThatDay whether the limits are those of the submission; otherwise they follow from the ledger of today
 * @param sections in the form's order; rows of which nothing is known are in the last one
 * @param addenda in the order in which they were made
 * @param addendumStates where own addenda stand on their way; those of others are not in it
 * @param photos of the record, by id
 * @param mayAmend whether the person who looks may add a correction
 */
public record SubmittedInspection(
        InspectionId id,
        InspectionBody body,
        Subject subject,
        Label title,
        boolean formKnown,
        boolean limitsOfThatDay,
        List<Section> sections,
        List<Addenda.Known> addenda,
        Map<AddendumId, RecordSyncState> addendumStates,
        Map<PhotoId, PhotoBody> photos,
        RecordSyncState state,
        boolean mayAmend) {

    /** The inspected object as the ledger has it now. */
    public record Subject(AssetSummary asset, String serialNo, String ownerUnit, String userUnit) {}

    /** Rows under one heading. */
    public record Section(Label title, List<Row> rows) {}

    /**
     * One row.
     *
     * @param original as submitted; absent for a row that may stay empty
     * @param now with all corrections; the same as the original without one
     * @param addenda those about this row, in order
     * @param signature what a signature in this row is worth; absent for other rows
     */
    public record Row(
            FormSlot slot,
            @Nullable Reading original,
            @Nullable Reading now,
            List<Addenda.Known> addenda,
            SignedContent.@Nullable State signature) {
        /** Whether the answer or its verdict is another than the submitted one. */
        public boolean corrected() {
            return original != null ? !original.equals(now) : now != null;
        }
    }

    /** All rows in order. */
    public List<Row> rows() {
        return sections.stream().flatMap(section -> section.rows().stream()).toList();
    }

    /** The row of that slot. */
    public Optional<Row> row(SlotId slot) {
        return rows().stream().filter(row -> row.slot().id().equals(slot)).findFirst();
    }

    /** The verdict with all corrections; that of the record itself is in its body. */
    public Verdict verdictNow() {
        return Addenda.verdict(body.readings(), addenda);
    }

    /** How many rows have that verdict, corrections counted. */
    public long count(Verdict verdict) {
        return rows().stream()
                .filter(row -> row.now() != null && row.now().verdict() == verdict)
                .count();
    }

    /** Remarks on the whole record. */
    public List<Addenda.Known> remarks() {
        return addenda.stream().filter(known -> known.body().slot() == null).toList();
    }
}
