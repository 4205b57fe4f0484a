package xundang.desktop.platform.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xundang.desktop.platform.fx.Snapshots;
import xundang.desktop.testing.OnFx;

class FontsTest {
    /** A private-use character that no font has: it is drawn as the box for a missing glyph. */
    private static final String NO_GLYPH = "\uE123";

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        OnFx.start();
    }

    private static int[] pixels(String text) {
        return OnFx.call(() -> {
            Text node = new Text(text);
            node.setFont(Font.font(Fonts.FAMILY, FontWeight.NORMAL, 32));
            BufferedImage image = Snapshots.take(new Scene(new StackPane(node), 48, 48));
            return image.getRGB(0, 0, 48, 48, null, 0, 48);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"巡", "档", "检", "异", "龘", "堃", "℃"})
    void chineseIsNotDrawnAsABox(String character) {
        int[] drawn = pixels(character);
        assertThat(Arrays.equals(drawn, pixels(NO_GLYPH))).as("drawn as a box").isFalse();
        assertThat(Arrays.equals(drawn, pixels("一"))).as("drawn as another character").isFalse();
        assertThat(IntStream.of(drawn).distinct().count()).as("something is drawn").isGreaterThan(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NORMAL", "BOLD"})
    void allFiguresHaveOneWidth(FontWeight weight) {
        double[] widths = OnFx.call(() -> IntStream.rangeClosed('0', '9')
                .mapToDouble(digit -> {
                    Text node = new Text(Character.toString(digit).repeat(10));
                    node.setFont(Font.font(Fonts.FAMILY, weight, 14));
                    return node.getLayoutBounds().getWidth();
                })
                .distinct()
                .toArray());
        assertThat(widths).hasSize(1);
    }

    @Test
    void bothWeightsComeWithTheProgram() {
        String bold = OnFx.call(() -> Font.font(Fonts.FAMILY, FontWeight.BOLD, 14).getStyle());
        assertThat(bold).isEqualTo("Bold");
    }
}
