package xundang.desktop.inspection.store;

import xundang.desktop.inspection.AddendumChange;
import xundang.desktop.platform.db.LocalDatabase;
import xundang.desktop.sync.Outbox;
import xundang.model.inspection.AddendumId;
import xundang.model.json.ModelJson;

/** Writes {@link AddendumChange}s. */
public final class AddendumApplier {
    private AddendumApplier() {}

    /** Registers it; before {@link LocalDatabase#recover}. */
    public static void register(LocalDatabase database, AddendumStore addenda, Outbox outbox) {
        database.register(AddendumChange.TYPE, (tx, change) -> {
            AddendumChange made = ModelJson.mapper().treeToValue(change.body(), AddendumChange.class);
            addenda.put(tx, new AddendumId(change.subject()), made.body());
            outbox.append(tx, made.ops());
        });
    }
}
