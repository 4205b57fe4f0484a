package xundang.desktop.round;

import java.util.List;
import java.util.UUID;
import xundang.desktop.platform.db.LocalChange;
import xundang.desktop.platform.db.LocalDatabase;
import xundang.desktop.sync.Outbox;
import xundang.desktop.sync.OutboxOp;
import xundang.model.json.ModelJson;

/**
 * What a person does to a round: a mark, or taking parts over. The ops are complete, so that applying them needs neither clock nor ids. The
 * JSON lies in journals: components may be added but never renamed.
 */
record RoundChange(List<OutboxOp> ops) {
    static final String TYPE = "round.change";

    /** Registers who replays it; before {@link LocalDatabase#recover}. */
    static void register(LocalDatabase database, Outbox outbox) {
        database.register(TYPE, (tx, change) -> {
            RoundChange round = ModelJson.mapper().treeToValue(change.body(), RoundChange.class);
            outbox.append(tx, round.ops());
        });
    }

    /** Ready for the journal. */
    LocalChange of(UUID subject) {
        return new LocalChange(TYPE, subject, ModelJson.mapper().valueToTree(this));
    }
}
