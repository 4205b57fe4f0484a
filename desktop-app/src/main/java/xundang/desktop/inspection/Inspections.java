package xundang.desktop.inspection;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.inspection.jar.TesterMappings;
import xundang.desktop.photo.CheckedPicture;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.PlannedSlot;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.Skip;
import xundang.model.template.SlotId;

/**
 * Filling in forms. Blocking; on the store thread only, but for {@link #check}. Every method that changes something returns only when the change would survive a
 * power cut; if it throws, nothing was acknowledged and what was typed stays in the field.
 */
public interface Inspections {
    /** Begins an inspection that answers no particular occurrence, or returns the asset's newest open draft of that template. */
    default Draft begin(AssetId asset, String templateId) {
        return begin(asset, templateId, null);
    }

    /**
     * Begins an inspection, or returns the asset's open draft of that template for that occurrence.
     *
     * @param occurrence the slot of a plan that it answers; absent for none in particular
     */
    Draft begin(AssetId asset, String templateId, @Nullable PlannedSlot occurrence);

    /** The draft; throws {@link java.util.NoSuchElementException} if it is unknown or already submitted. */
    Draft load(InspectionId id);

    /** The draft that was being filled in when the program last ended, however it ended. */
    Optional<InspectionId> lastActive();

    /** The person went to the list: nothing is active any more. */
    void leave(InspectionId id);

    /**
     * An attribute that the ledger lacks and the form needs, e.g. {@code phases} or {@code v_in_nom}; blank takes it back. Returns the form
     * as it now is.
     *
     * @throws IllegalArgumentException if the form does not need it or the ledger could not hold the value
     */
    Draft observe(InspectionId id, String attribute, String value);

    /**
     * The draft goes over to the newest version of its template. Answers stay, judged by its limits; those that it has no place for stay with
     * the draft. Returns the form as it now is; unchanged if there is no newer version.
     */
    Draft upgrade(InspectionId id);

    /** Objects for a reference: the one whose label or number that is, else those that contain every word, real ones first. */
    List<AssetSummary> assets(String typed);

    /**
     * Records what stands in one slot; {@code null} for both value and skip clears it. Computed slots that depend on it follow.
     *
     * @param next the slot where the cursor goes; the program reopens there
     */
    Draft record(
            InspectionId id,
            SlotId slot,
            @Nullable ReadingValue value,
            @Nullable Skip skip,
            @Nullable String note,
            SlotId next);

    /** Reads a picture file and looks it through; it is only read. Any thread but the store's: it may take minutes. */
    CheckedPicture check(Path file);

    /** Adds a picture to a slot. */
    AttachOutcome attach(InspectionId id, SlotId slot, CheckedPicture picture);

    /** Reads a picture file and adds it to a slot. For files that are surely here. */
    default AttachOutcome attach(InspectionId id, SlotId slot, Path file) {
        return attach(id, slot, check(file));
    }

    /** Freezes the form and queues it for the server, or says what is missing. A submitted inspection never changes. */
    SubmitOutcome submit(InspectionId id);

    /** How the files of battery testers were read on this laptop. */
    TesterMappings testers();
}
