package xundang.desktop.sync.ui;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.EmptyPanel;

/** A section that is one list of lines to be read: 队列, 回执. */
final class LinesSection<T> implements SectionView {
    private final ListView<T> view;
    private final ListPane pane;

    LinesSection(String name, DeskList<T> list, Supplier<ListCell<T>> line, EmptyPanel empty, UiTexts texts) {
        view = new ListView<>(list.items());
        view.setId("sync-" + name);
        view.getStyleClass().add("plain-list");
        view.setCellFactory(ignored -> line.get());
        pane = new ListPane(list, view, empty, texts);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void focus() {
        view.requestFocus();
    }

    @Override
    public void hidden() {
        pane.hidden();
    }
}
