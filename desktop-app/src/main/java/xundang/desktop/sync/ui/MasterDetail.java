package xundang.desktop.sync.ui;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.EmptyPanel;

/** List left, detail right; the detail opens on ↓ and ↑ without a click. What was chosen stays chosen when the list is read again. */
final class MasterDetail<T> {
    private static final double LIST_WIDTH = 360;

    private final DeskList<T> list;
    private final Function<T, UUID> id;
    private final Function<T, Detail> detail;
    private final ListView<T> view;
    private final ScrollPane scrolling = new ScrollPane();
    private final VBox right = new VBox(12, scrolling);
    private final ListPane node;
    private final Subscription listening;
    private @Nullable UUID chosen;

    /**
     * What stands at the right.
     *
     * @param body scrolls when it is higher than the window
     * @param foot what can be done about it; stays in view below the body
     */
    record Detail(Region body, @Nullable Region foot) {
        static Detail of(Region body) {
            return new Detail(body, null);
        }
    }

    MasterDetail(
            String name,
            DeskList<T> list,
            Function<T, UUID> id,
            Function<T, Detail> detail,
            Function<T, Node> line,
            EmptyPanel empty,
            UiTexts texts) {
        this.list = list;
        this.id = id;
        this.detail = detail;
        view = new ListView<>(list.items());
        view.setId("sync-" + name);
        view.getStyleClass().add("plain-list");
        view.setCellFactory(ignored -> new Line<>(line));
        view.setMinWidth(LIST_WIDTH);
        view.setMaxWidth(LIST_WIDTH);
        right.setId("sync-" + name + "-detail");
        scrolling.setFitToWidth(true);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox both = new HBox(16, view, right);
        both.visibleProperty().bind(Bindings.isNotEmpty(list.items()));
        node = new ListPane(list, both, empty, texts);
        ListChangeListener<T> keep = ignored -> choose(chosen);
        list.items().addListener(keep);
        listening = Subscription.combine(
                view.getSelectionModel().selectedItemProperty().subscribe(this::chose),
                () -> list.items().removeListener(keep));
        choose(null);
    }

    /** One line; as wide as the list, however long its words are. */
    private static final class Line<T> extends ListCell<T> {
        private final Function<T, Node> line;

        Line(Function<T, Node> line) {
            this.line = line;
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : line.apply(item));
        }
    }

    /** Chooses the line with that id, or the first one; before the lines are there, it is chosen as soon as they come. */
    void choose(@Nullable UUID wanted) {
        if (list.items().isEmpty()) {
            chosen = wanted == null ? chosen : wanted;
            return;
        }
        int index = 0;
        for (int i = 0; i < list.items().size(); i++) {
            if (Objects.equals(id.apply(list.items().get(i)), wanted)) {
                index = i;
            }
        }
        view.getSelectionModel().clearAndSelect(index);
        view.scrollTo(index);
    }

    private void chose(@Nullable T item) {
        if (item != null) {
            chosen = id.apply(item);
            show(detail.apply(item));
        }
    }

    /** The body takes the height that it needs, or what the foot leaves. */
    private void show(Detail now) {
        scrolling.setContent(now.body());
        scrolling.prefViewportHeightProperty().bind(now.body().heightProperty());
        right.getChildren().setAll(scrolling);
        Region foot = now.foot();
        if (foot != null) {
            foot.setMinHeight(Region.USE_PREF_SIZE);
            right.getChildren().add(foot);
        }
    }

    /** What is chosen; null while there is nothing. */
    @Nullable
    T chosen() {
        return view.getSelectionModel().getSelectedItem();
    }

    /** Draws the detail again. */
    void redraw() {
        chose(chosen());
    }

    void focus() {
        view.requestFocus();
    }

    Node node() {
        return node;
    }

    void hidden() {
        listening.unsubscribe();
        node.hidden();
    }
}
