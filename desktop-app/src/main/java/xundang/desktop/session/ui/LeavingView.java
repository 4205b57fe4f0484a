package xundang.desktop.session.ui;

import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;

/** Stands in the window while a ledger is removed from this laptop: nothing can be done meanwhile, and nothing of it is shown any more. */
public final class LeavingView extends StackPane {
    public LeavingView(UiTexts texts) {
        getStyleClass().add("canvas");
        setId("leaving");
        VBox card = Parts.card(
                16,
                new Brand(texts),
                Parts.wrapped(texts.get("session.removing.what"), "strong"),
                Parts.wrapped(texts.get("session.removing.todo"), "muted"));
        card.getStyleClass().add("login-card");
        card.setMaxHeight(USE_PREF_SIZE);
        getChildren().add(card);
    }
}
