package xundang.desktop.app.ui;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.PlannedSlot;

/** Where the person is; what Alt+← goes back to. */
sealed interface Location {
    /** One of the rail's screens. */
    record At(Place place) implements Location {}

    /** An object's file. */
    record OfAsset(AssetId asset) implements Location {}

    /** One conflict at the sync centre. */
    record Conflict(UUID id) implements Location {}

    /** An inspection that was submitted. */
    record Submitted(InspectionId inspection) implements Location {}

    /**
     * A form that is begun now.
     *
     * @param occurrence what it answers; absent for nothing in particular
     */
    record NewForm(
            AssetId asset, String templateId, @Nullable PlannedSlot occurrence) implements Location {
        /** One that answers nothing in particular. */
        NewForm(AssetId asset, String templateId) {
            this(asset, templateId, null);
        }
    }

    /** A form that was begun before. */
    record OpenForm(InspectionId draft) implements Location {}
}
