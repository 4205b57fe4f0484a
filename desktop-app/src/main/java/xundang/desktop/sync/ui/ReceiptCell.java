package xundang.desktop.sync.ui;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Badge;
import xundang.desktop.platform.theme.Look;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.sync.SyncDesk.Receipt;

/** One receipt: what was submitted, and how much of it the server holds since when. */
final class ReceiptCell extends ListCell<Receipt> {
    private final UiTexts texts;
    private final Label title = Parts.label("", "strong");
    private final Label words = Parts.wrapped("", "figures");
    private final Badge badge;
    private final VBox content;

    ReceiptCell(UiTexts texts) {
        this.texts = texts;
        badge = new Badge(texts);
        content = Parts.column(4, Parts.row(12, title, Parts.spring(), badge), words);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Receipt receipt, boolean empty) {
        super.updateItem(receipt, empty);
        if (empty || receipt == null) {
            setGraphic(null);
            return;
        }
        title.setText(receipt.title());
        badge.show(receipt.complete() ? Look.HELD_BY_SERVER : Look.SENT);
        words.setText(new SyncWords(texts).receipt(receipt));
        setGraphic(content);
    }
}
