package xundang.desktop.sync.store;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import xundang.desktop.platform.db.LocalChange;
import xundang.desktop.sync.PackedOp;
import xundang.model.json.ModelJson;

/** What sealed packages do to a ledger. The JSON of these records lies in journals: components may be added but never renamed. */
sealed interface PackageChange {
    /**
     * A package holds this work.
     *
     * @param items op or draft id → hash of its content
     */
    record Exported(Map<UUID, String> items, OffsetDateTime at) implements PackageChange {
        static final String TYPE = "sync.exported";

        LocalChange of(UUID subject) {
            return new LocalChange(TYPE, subject, ModelJson.mapper().valueToTree(this));
        }

        static Exported from(LocalChange change) {
            return ModelJson.mapper().treeToValue(change.body(), Exported.class);
        }
    }

    /** Ops came in a package. */
    record Imported(List<PackedOp> ops) implements PackageChange {
        static final String TYPE = "sync.imported";

        LocalChange of(UUID subject) {
            return new LocalChange(TYPE, subject, ModelJson.mapper().valueToTree(this));
        }

        static Imported from(LocalChange change) {
            return ModelJson.mapper().treeToValue(change.body(), Imported.class);
        }
    }

    /** Work of a site that this laptop may hold no longer was dropped after a package held it: these ops, and the subject's draft. */
    record Discarded(List<UUID> ops) implements PackageChange {
        static final String TYPE = "sync.discarded";

        LocalChange of(UUID subject) {
            return new LocalChange(TYPE, subject, ModelJson.mapper().valueToTree(this));
        }

        static Discarded from(LocalChange change) {
            return ModelJson.mapper().treeToValue(change.body(), Discarded.class);
        }
    }
}
