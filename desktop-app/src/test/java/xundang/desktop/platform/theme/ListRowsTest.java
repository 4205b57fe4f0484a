package xundang.desktop.platform.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xundang.desktop.testing.OnFx;

class ListRowsTest {
    @BeforeAll
    static void toolkit() throws TimeoutException {
        OnFx.start();
    }

    private static final double PADDING = 16;

    @ParameterizedTest
    @CsvSource({"LIGHT, 0", "SUNLIGHT, 0", "LIGHT, 10", "SUNLIGHT, 10"})
    void threeLinesFitIntoARowInEveryThemeAndTextSize(ThemeChoice theme, int larger) {
        OnFx.run(() -> {
            ListView<String> list = new ListView<>();
            ListRows.ofThreeLines(list);
            ListRows.show(list, 5);
            VBox lines = new VBox(2, new Label("UPS-000001"), new Label("IMV 100KVA S6"), new Label("天山路机房"));
            Scene scene = new Scene(new StackPane(list, lines));
            Appearance appearance = new Appearance();
            appearance.themeProperty().set(theme);
            appearance.grow(larger);
            appearance.dress(scene);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            assertThat(list.getFixedCellSize()).isGreaterThanOrEqualTo(lines.prefHeight(-1) + PADDING);
            assertThat(list.getPrefHeight()).isGreaterThanOrEqualTo(5 * list.getFixedCellSize());
        });
    }
}
