package xundang.desktop.asset;

import java.util.ArrayList;
import java.util.List;
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

    @Override
    public void changed(Tx tx, List<Changed> records) {
        List<AssetRow> rows = new ArrayList<>(records.size());
        for (Changed record : records) {
            Map<String, JsonNode> fields = record.fields();
            if (fields != null) {
                rows.add(AssetProjection.row(record.id(), fields));
            }
        }
        assets.replace(tx, records.stream().map(Changed::id).toList(), rows);
    }
}
