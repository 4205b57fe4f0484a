package xundang.desktop.sync.ui;

import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.EmptyPanel;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.ListStates;

/** What shows a list of the sync centre, with what stands over it while it is loading, empty or could not be read. */
final class ListPane extends VBox {
    private final Subscription listening;

    <T> ListPane(DeskList<T> list, Node content, EmptyPanel empty, UiTexts texts) {
        super(12);
        empty.setMouseTransparent(true);
        StackPane body = new StackPane(
                content,
                ListStates.whenEmpty(empty, list.loadingProperty(), list.errorProperty(), list.items()),
                ListStates.loading(list.loadingProperty()));
        VBox.setVgrow(body, Priority.ALWAYS);
        ErrorPanel error = new ErrorPanel(texts, list::reload);
        getChildren().addAll(error, body);
        listening = list.errorProperty().subscribe(error::show);
    }

    /** Goes away: lets go of listeners. */
    void hidden() {
        listening.unsubscribe();
    }
}
