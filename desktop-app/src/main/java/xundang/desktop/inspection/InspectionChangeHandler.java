package xundang.desktop.inspection;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import xundang.desktop.inspection.store.InspectionStore;
import xundang.desktop.inspection.store.ReadingStore;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.RecordListener;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.InspectionId;
import xundang.model.sync.RecordType;

/** Shows submitted inspections, from here or elsewhere, in dossiers and as earlier values. */
public final class InspectionChangeHandler implements RecordListener {
    private static final Logger LOG = LoggerFactory.getLogger(InspectionChangeHandler.class);

    private final InspectionStore inspections;
    private final ReadingStore readings;

    InspectionChangeHandler(InspectionStore inspections, ReadingStore readings) {
        this.inspections = inspections;
        this.readings = readings;
    }

    @Override
    public RecordType type() {
        return RecordType.INSPECTION;
    }

    @Override
    public void changed(Tx tx, UUID id, String scope, @Nullable Map<String, JsonNode> fields) {
        InspectionId inspection = new InspectionId(id);
        if (fields == null) {
            inspections.removeForeign(tx, inspection);
            return;
        }
        Optional<InspectionBody> body = PulledRecords.inspection(fields);
        if (body.isEmpty()) {
            // Written by a newer program in a shape that this one cannot show: the record itself is kept, and sync goes
            // on.
            LOG.warn("inspection {} cannot be shown", id);
            return;
        }
        inspections.putSubmitted(tx, inspection, body.get());
        readings.replace(tx, inspection, body.get().readings());
    }
}
