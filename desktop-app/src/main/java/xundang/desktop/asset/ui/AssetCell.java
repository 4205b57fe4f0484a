package xundang.desktop.asset.ui;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.asset.AssetWords;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;

/** One asset in a list: number and name, then type and place. */
public final class AssetCell extends ListCell<AssetSummary> {
    private final UiTexts texts;
    private final Label number = Parts.label("", "strong", "figures");
    private final Label state = Parts.label("", "caption");
    private final Label name = Parts.label("");
    private final Label place = Parts.label("", "caption");
    private final VBox content;

    public AssetCell(UiTexts texts) {
        this.texts = texts;
        content = Parts.column(2, Parts.row(8, number, Parts.spring(), state), name, place);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable AssetSummary asset, boolean empty) {
        super.updateItem(asset, empty);
        if (empty || asset == null) {
            setGraphic(null);
            setId(null);
            return;
        }
        setId("asset-" + asset.assetNo());
        number.setText(asset.assetNo());
        String word = texts.of(AssetWords.state(asset.state()));
        state.setText(asset.sample() ? texts.get("asset.sampleAnd", word) : word);
        name.setText(asset.name());
        place.setText(asset.place());
        setGraphic(content);
    }
}
