package xundang.desktop.sync.ui;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Badge;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.sync.SyncControl.QueueEntry;

/** One line of the queue: what, on which asset, where it stands, and why if it needs a person. */
final class QueueCell extends ListCell<QueueEntry> {
    private final UiTexts texts;
    private final Label title = Parts.label("", "strong");
    private final Label what = Parts.label("", "muted");
    private final Label reason = Parts.wrapped("", "bad");
    private final Badge badge;
    private final VBox content;

    QueueCell(UiTexts texts) {
        this.texts = texts;
        badge = new Badge(texts);
        content = Parts.column(4, Parts.row(12, title, what, Parts.spring(), badge), reason);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable QueueEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            return;
        }
        title.setText(entry.title());
        what.setText(texts.ofCode("sync.what.", entry.what()));
        badge.show(entry.state());
        reason.setText(entry.reason() == null ? "" : entry.reason());
        Parts.shown(reason, entry.reason() != null);
        setGraphic(content);
    }
}
