package xundang.desktop.asset;

import java.util.List;
import java.util.UUID;
import xundang.desktop.platform.db.LocalChange;
import xundang.desktop.platform.db.LocalDatabase;
import xundang.desktop.sync.Outbox;
import xundang.desktop.sync.OutboxOp;
import xundang.model.json.ModelJson;

/** One field of an object was changed. Its JSON lies in journals, so components may be added but never renamed. */
record AssetEdit(OutboxOp op) {
    static final String TYPE = "asset.edit";

    /** Registers what applies it; before {@link LocalDatabase#recover}. */
    static void register(LocalDatabase database, Outbox outbox) {
        database.register(
                TYPE,
                (tx, change) -> outbox.append(
                        tx,
                        List.of(ModelJson.mapper()
                                .treeToValue(change.body(), AssetEdit.class)
                                .op())));
    }

    LocalChange of(UUID asset) {
        return new LocalChange(TYPE, asset, ModelJson.mapper().valueToTree(this));
    }
}
