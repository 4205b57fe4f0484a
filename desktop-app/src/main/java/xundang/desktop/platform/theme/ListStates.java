package xundang.desktop.platform.theme;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** What lies over a list while it is loading, and when it has nothing to show; the same for every screen with a list. */
public final class ListStates {
    private ListStates() {}

    /** Grey bars until the first answer; clicks go through. */
    public static StackPane loading(ReadOnlyBooleanProperty loading) {
        StackPane pane = new StackPane(new LoadingPanel());
        pane.visibleProperty().bind(loading);
        pane.setMouseTransparent(true);
        return pane;
    }

    /** Shows the panel only when the list was read without a fault and is empty. */
    public static EmptyPanel whenEmpty(
            EmptyPanel panel,
            ReadOnlyBooleanProperty loading,
            ReadOnlyObjectProperty<? extends @Nullable Object> error,
            ObservableList<?> list) {
        panel.visibleProperty().bind(loading.not().and(error.isNull()).and(Bindings.isEmpty(list)));
        return panel;
    }
}
