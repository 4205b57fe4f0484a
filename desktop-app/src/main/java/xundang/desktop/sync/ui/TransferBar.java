package xundang.desktop.sync.ui;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.sync.SyncStatus.Transfer;

/** How far a long transfer is: what, how much of how much, and the time that is left. Hidden while there is none. */
final class TransferBar extends VBox {
    private final SyncWords words;
    private final Label text = Parts.label("", "figures");
    private final ProgressBar bar = new ProgressBar(0);

    TransferBar(UiTexts texts) {
        super(4);
        words = new SyncWords(texts);
        setId("sync-transfer");
        bar.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(text, bar);
        show(null);
    }

    void show(@Nullable Transfer transfer) {
        Parts.shown(this, transfer != null);
        if (transfer != null) {
            text.setText(words.transfer(transfer));
            bar.setProgress(transfer.total() <= 0 ? 0 : (double) transfer.done() / transfer.total());
        }
    }
}
