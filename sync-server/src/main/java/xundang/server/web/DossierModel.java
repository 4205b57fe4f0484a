package xundang.server.web;

import java.util.List;
import java.util.UUID;
import xundang.model.asset.FieldConflict;
import xundang.model.inspection.Addenda;
import xundang.model.inspection.InspectionBody;
import xundang.model.photo.PhotoBody;
import xundang.server.ledger.LedgerRecord;

/**
 * One object's file as the page shows it.
 *
 * @param doubts open field conflicts between sources
 * @param clashes open conflicts between people, records of type {@code conflict}
 * @param inspections newest first
 * @param photos newest first
 * @param unreadable records whose fields make no sense to this program
 */
record DossierModel(
        LedgerRecord asset,
        List<FieldConflict> doubts,
        List<LedgerRecord> clashes,
        List<Inspection> inspections,
        List<Photo> photos,
        List<UUID> unreadable) {

    /**
     * A submitted inspection.
     *
     * @param addenda in the order in which they were made
     */
    record Inspection(UUID id, InspectionBody body, List<Addenda.Known> addenda) {}

    /**
     * A picture.
     *
     * @param held whether its bytes are on the server and match the hash
     */
    record Photo(UUID id, PhotoBody body, boolean held) {}
}
