package xundang.desktop.asset;

import java.util.List;
import java.util.Optional;
import xundang.desktop.platform.db.Tx;
import xundang.model.asset.AssetId;
import xundang.model.photo.PhotoId;

/** What inspections add to an asset's file; implemented by that feature. Store thread only. */
public interface DossierHistory {
    /** Submitted inspections, newest first. */
    List<Dossier.PastInspection> inspections(Tx tx, AssetId asset);

    /** Pictures of submitted inspections and of the asset itself, newest first. */
    List<PhotoId> photos(Tx tx, AssetId asset);

    /** Forms that fit the object, those of its own category first. */
    default List<FormOffer> forms(Tx tx, AssetSummary asset) {
        return List.of();
    }

    /** The next planned inspection; empty when the category has no plan. */
    Optional<Dossier.Due> due(Tx tx, AssetSummary asset);
}
