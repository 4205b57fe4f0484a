package xundang.desktop.inspection;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import xundang.desktop.inspection.store.AddendumStore;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.RecordListener;
import xundang.model.inspection.AddendumBody;
import xundang.model.inspection.AddendumId;
import xundang.model.sync.RecordType;

/** Shows addenda, from here or elsewhere, beside the inspections that they are about. */
public final class AddendumChangeHandler implements RecordListener {
    private static final Logger LOG = LoggerFactory.getLogger(AddendumChangeHandler.class);

    private final AddendumStore addenda;

    AddendumChangeHandler(AddendumStore addenda) {
        this.addenda = addenda;
    }

    @Override
    public RecordType type() {
        return RecordType.INSPECTION_ADDENDUM;
    }

    @Override
    public void changed(Tx tx, UUID id, String scope, @Nullable Map<String, JsonNode> fields) {
        AddendumId addendum = new AddendumId(id);
        if (fields == null) {
            addenda.remove(tx, addendum);
            return;
        }
        Optional<AddendumBody> body = PulledRecords.addendum(fields);
        if (body.isEmpty()) {
            // Written by a newer program in a shape that this one cannot show: the record itself is kept, and sync goes
            // on.
            LOG.warn("addendum {} cannot be shown", id);
            return;
        }
        addenda.put(tx, addendum, body.get());
    }
}
