package xundang.desktop.sync;

import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.db.LocalChange;
import xundang.model.json.ModelJson;

/**
 * What a person can do at the sync centre, complete with every id and time: whoever applies it only writes. The JSON of these records lies
 * in journals, so components may be added but never renamed.
 */
public sealed interface DeskChange {
    /** Type of the {@link LocalChange} that carries it. */
    String type();

    /** Refused ops, one or all of their group, were given up for new ones. */
    record SendAgain(List<UUID> refused, List<OutboxOp> ops) implements DeskChange {
        public static final String TYPE = "desk.again";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** Refused ops were taken off the list. */
    record SetAside(List<UUID> refused) implements DeskChange {
        public static final String TYPE = "desk.aside";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** A conflict was decided. */
    record Settle(OutboxOp op) implements DeskChange {
        public static final String TYPE = "desk.settle";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** Ready for the journal. */
    default LocalChange of(UUID subject) {
        JsonNode body = ModelJson.mapper().valueToTree(this);
        return new LocalChange(type(), subject, body);
    }
}
