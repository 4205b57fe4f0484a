package xundang.desktop.inspection.store;

import static xundang.desktop.platform.db.generated.Tables.INSPECTION_ADDENDUM;

import java.util.List;
import xundang.desktop.platform.db.Tx;
import xundang.model.inspection.Addenda;
import xundang.model.inspection.AddendumBody;
import xundang.model.inspection.AddendumId;
import xundang.model.inspection.InspectionId;
import xundang.model.json.ModelJson;

/** The table {@code inspection_addendum}. */
public final class AddendumStore {
    /** Writes one, whether or not it was there. */
    public void put(Tx tx, AddendumId id, AddendumBody body) {
        remove(tx, id);
        tx.dsl()
                .insertInto(INSPECTION_ADDENDUM)
                .set(INSPECTION_ADDENDUM.ADDENDUM_ID, id.value())
                .set(INSPECTION_ADDENDUM.INSPECTION_ID, body.inspectionId().value())
                .set(INSPECTION_ADDENDUM.BODY, ModelJson.mapper().writeValueAsString(body))
                .execute();
    }

    /** The record left this laptop, or was given up before the server took it. */
    public void remove(Tx tx, AddendumId id) {
        tx.dsl()
                .deleteFrom(INSPECTION_ADDENDUM)
                .where(INSPECTION_ADDENDUM.ADDENDUM_ID.eq(id.value()))
                .execute();
    }

    /** Those of an inspection, in the order in which they were made. */
    public List<Addenda.Known> of(Tx tx, InspectionId inspection) {
        return Addenda.inOrder(tx.dsl()
                .selectFrom(INSPECTION_ADDENDUM)
                .where(INSPECTION_ADDENDUM.INSPECTION_ID.eq(inspection.value()))
                .fetch(row -> new Addenda.Known(
                        new AddendumId(row.getAddendumId()),
                        ModelJson.mapper().readValue(row.getBody(), AddendumBody.class))));
    }

    /** How many an inspection has. */
    public int count(Tx tx, InspectionId inspection) {
        return tx.dsl().fetchCount(INSPECTION_ADDENDUM, INSPECTION_ADDENDUM.INSPECTION_ID.eq(inspection.value()));
    }
}
