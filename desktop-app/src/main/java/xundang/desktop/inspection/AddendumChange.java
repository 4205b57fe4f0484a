package xundang.desktop.inspection;

import java.util.List;
import xundang.desktop.platform.db.LocalChange;
import xundang.desktop.sync.OutboxOp;
import xundang.model.inspection.AddendumBody;
import xundang.model.inspection.AddendumId;
import xundang.model.json.ModelJson;

/**
 * A person added a correction or a remark to a submitted inspection. Complete with every id and time; lies in journals, so components may
 * be added but never renamed.
 */
public record AddendumChange(AddendumBody body, List<OutboxOp> ops) {
    /** Type of the {@link LocalChange} that carries it. */
    public static final String TYPE = "inspection.addendum";

    /** Ready for the journal. */
    LocalChange of(AddendumId id) {
        return new LocalChange(TYPE, id.value(), ModelJson.mapper().valueToTree(this));
    }
}
