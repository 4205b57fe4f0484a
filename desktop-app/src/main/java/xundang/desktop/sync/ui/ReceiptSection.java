package xundang.desktop.sync.ui;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Badge;
import xundang.desktop.platform.theme.EmptyPanel;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.ListStates;
import xundang.desktop.platform.theme.Look;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.sync.SyncDesk.Receipt;

/** 回执: the server's word about each submission. */
final class ReceiptSection implements SectionView {
    private final ListView<Receipt> list;
    private final VBox node;
    private final Subscription listening;

    ReceiptSection(DeskList<Receipt> receipts, UiTexts texts) {
        list = new ListView<>(receipts.items());
        list.setId("sync-receipts");
        list.getStyleClass().add("plain-list");
        list.setCellFactory(ignored -> new Line(texts));
        EmptyPanel empty = new EmptyPanel(
                MaterialDesignR.RECEIPT, texts.get("sync.receipts.empty"), texts.get("sync.receipts.emptyStep"));
        empty.setMouseTransparent(true);
        StackPane body = new StackPane(
                list,
                ListStates.whenEmpty(empty, receipts.loadingProperty(), receipts.errorProperty(), receipts.items()),
                ListStates.loading(receipts.loadingProperty()));
        VBox.setVgrow(body, Priority.ALWAYS);
        ErrorPanel error = new ErrorPanel(texts, receipts::reload);
        node = Parts.column(12, error, body);
        listening = receipts.errorProperty().subscribe(error::show);
    }

    /** One submission: what, and how much of it the server holds since when. */
    private static final class Line extends ListCell<Receipt> {
        private final UiTexts texts;
        private final Label title = Parts.label("", "strong");
        private final Label words = Parts.wrapped("", "figures");
        private final Badge badge;
        private final VBox content;

        Line(UiTexts texts) {
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
