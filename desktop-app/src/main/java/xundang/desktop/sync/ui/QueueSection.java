package xundang.desktop.sync.ui;

import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.EmptyPanel;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.ListStates;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.sync.SyncControl.QueueEntry;

/** 队列: every change on its way, in order, with its state and reason. */
final class QueueSection implements SectionView {
    private final ListView<QueueEntry> list;
    private final VBox node;
    private final Subscription listening;

    QueueSection(DeskList<QueueEntry> queue, UiTexts texts) {
        list = new ListView<>(queue.items());
        list.setId("sync-queue");
        list.getStyleClass().add("plain-list");
        list.setCellFactory(ignored -> new QueueCell(texts));
        EmptyPanel empty = new EmptyPanel(
                MaterialDesignC.CLOUD_CHECK_OUTLINE,
                texts.get("sync.centre.empty"),
                texts.get("sync.centre.emptyStep"));
        empty.setMouseTransparent(true);
        StackPane body = new StackPane(
                list,
                ListStates.whenEmpty(empty, queue.loadingProperty(), queue.errorProperty(), queue.items()),
                ListStates.loading(queue.loadingProperty()));
        VBox.setVgrow(body, Priority.ALWAYS);
        ErrorPanel error = new ErrorPanel(texts, queue::reload);
        node = Parts.column(12, error, body);
        listening = queue.errorProperty().subscribe(error::show);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void focus() {
        list.requestFocus();
    }

    @Override
    public void hidden() {
        listening.unsubscribe();
    }
}
