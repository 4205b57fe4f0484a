package xundang.desktop.asset;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.desktop.asset.store.AssetStore;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.RecordListener;
import xundang.model.sync.RecordType;

/** Keeps the rows of lists and searches in step with the asset records. */
public final class AssetChangeHandler implements RecordListener {
    private final AssetStore assets;

    public AssetChangeHandler(AssetStore assets) {
        this.assets = assets;
    }

    @Override
    public RecordType type() {
        return RecordType.ASSET;
    }

    @Override
    public void changed(Tx tx, UUID id, String scope, @Nullable Map<String, JsonNode> fields) {
        if (fields == null) {
            assets.remove(tx, id);
        } else {
            assets.put(tx, AssetProjection.row(id, fields));
        }
    }
}
