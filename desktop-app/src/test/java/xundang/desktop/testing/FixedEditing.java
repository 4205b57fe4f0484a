package xundang.desktop.testing;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import xundang.desktop.asset.AssetEditing;
import xundang.model.asset.AssetId;

/** Takes every change, remembers it, and answers whatever a test wants. */
public final class FixedEditing implements AssetEditing {
    /** One change that was asked for. */
    public record Asked(AssetId asset, String field, JsonNode value) {}

    public final List<Asked> asked = new ArrayList<>();
    public boolean mayEdit = true;
    public EditOutcome outcome = new EditOutcome.Changed();
    public RuntimeException fault;

    @Override
    public boolean mayEdit() {
        return mayEdit;
    }

    @Override
    public EditOutcome change(AssetId asset, String field, JsonNode value) {
        if (fault != null) {
            throw fault;
        }
        asked.add(new Asked(asset, field, value));
        return outcome;
    }
}
