package xundang.desktop.app.ui;

import java.util.UUID;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;

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

    /** A form that is begun now. */
    record NewForm(AssetId asset, String templateId) implements Location {}

    /** A form that was begun before. */
    record OpenForm(InspectionId draft) implements Location {}
}
