package xundang.desktop.platform.theme;

import javafx.animation.PauseTransition;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Grey bars where content will be; they appear only when loading takes longer than 200 ms, so that quick answers do not flicker. */
public final class LoadingPanel extends VBox {
    private static final int BARS = 6;

    public LoadingPanel() {
        super(12);
        getStyleClass().add("loading-panel");
        for (int i = 0; i < BARS; i++) {
            Region bar = new Region();
            bar.getStyleClass().add("skeleton");
            bar.setMaxWidth(i % 3 == 0 ? 280 : 620);
            getChildren().add(bar);
        }
        setVisible(false);
        PauseTransition delay = new PauseTransition(Duration.millis(200));
        delay.setOnFinished(ignored -> setVisible(true));
        delay.play();
    }
}
