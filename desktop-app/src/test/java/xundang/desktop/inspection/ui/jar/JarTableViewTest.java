package xundang.desktop.inspection.ui.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xundang.desktop.inspection.jar.JarCell;
import xundang.desktop.inspection.jar.JarColumn;
import xundang.desktop.inspection.jar.JarMetric.Heat;
import xundang.desktop.platform.theme.Appearance;
import xundang.desktop.testing.Desk;
import xundang.desktop.testing.OnFx;
import xundang.desktop.testing.SampleJars;
import xundang.model.battery.OhmicUnit;
import xundang.model.inspection.ReadingValue;

/** The jar table by keyboard alone, on the display-less platform. */
class JarTableViewTest {
    private static final int JARS = 186;

    private final Desk desk = new Desk();
    private final List<ReadingValue.Jars> answers = new ArrayList<>();
    private final JarTableViewModel jars = new JarTableViewModel(
            SampleJars.limits(JARS), null, OhmicUnit.RESISTANCE, JarCell.FIRST, (answer, next) -> answers.add(answer));
    private Stage stage;
    private JarTableView view;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        OnFx.start();
    }

    @BeforeEach
    void show() {
        OnFx.run(() -> {
            view = new JarTableView(
                    jars,
                    new JarImportViewModel(jars, desk.tasks, desk.inspections.testers()),
                    desk.texts,
                    Optional::empty);
            Scene scene = new Scene(new StackPane(view), 1366, 768);
            new Appearance().dress(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            view.focus();
        });
    }

    @AfterEach
    void hide() {
        OnFx.run(stage::close);
    }

    private void press(KeyCode code) {
        OnFx.run(() -> fire(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, code));
    }

    private void type(String text) {
        OnFx.run(() -> text.chars()
                .forEach(typed -> fire(KeyEvent.KEY_TYPED, Character.toString(typed), KeyCode.UNDEFINED)));
    }

    private void fire(EventType<KeyEvent> type, String character, KeyCode code) {
        Node target = stage.getScene().getFocusOwner();
        Event.fireEvent(target, new KeyEvent(type, character, character, code, false, false, false, false));
    }

    private String figure(String name) {
        return OnFx.call(() -> ((Label) view.lookup("#jar-statistics-" + name)).getText());
    }

    @Test
    void aWholeStringIsTypedWithDigitsAndEnterOnly() {
        for (int position = 1; position <= JARS; position++) {
            type(SampleJars.volts(position).toPlainString());
            press(KeyCode.ENTER);
        }
        assertThat(answers).hasSize(JARS);
        assertThat(answers.getLast().jars()).hasSize(JARS);
        assertThat(jars.cell()).isEqualTo(new JarCell(1, JarColumn.OHMIC));
        assertThat(figure("measured")).isEqualTo("已填 186/186 节");
        assertThat(figure("abnormal")).isEqualTo("异常 2 节");
        assertThat(figure("lowest")).isEqualTo("最低 2.12 V（第 5 节）");
    }

    @Test
    void theHeatMapFollowsAndItsKeysMoveTheGridsCursor() {
        List.of("2.25", "2.24", "2.26", "2.25", "2.12", "2.25").forEach(volts -> {
            type(volts);
            press(KeyCode.ENTER);
        });
        JarHeatMap heat = OnFx.call(() -> (JarHeatMap) view.lookup("#jar-heat"));
        assertThat(heat.drawnAt(5)).isEqualTo(Heat.FAR_LOW);
        assertThat(heat.drawnAt(1)).isEqualTo(Heat.NORMAL);
        assertThat(heat.drawnAt(7)).isEqualTo(Heat.EMPTY);
        press(KeyCode.F6);
        assertThat(heat.isFocused()).isTrue();
        press(KeyCode.LEFT);
        press(KeyCode.ENTER);
        assertThat(jars.cell()).isEqualTo(new JarCell(6, JarColumn.VOLTAGE));
        assertThat(OnFx.call(() -> view.lookup("#jar-field").isFocused())).isTrue();
    }

    @Test
    void aSlashLeadsToTheReasonAndTabAlongTheRow() {
        type("/");
        assertThat(jars.cell()).isEqualTo(new JarCell(1, JarColumn.REASON));
        type("够不着");
        press(KeyCode.TAB);
        assertThat(jars.cell()).isEqualTo(new JarCell(2, JarColumn.VOLTAGE));
        assertThat(jars.sheet().row(1).reason()).isEqualTo("够不着");
    }

    @Test
    void whatIsRefusedIsSaidUnderTheGridAndGoesWithTheNextKey() {
        type("2.2V");
        press(KeyCode.ENTER);
        assertThat(OnFx.call(() -> ((Label) view.lookup("#jar-message")).getText()))
                .startsWith("第 1 节没有写入：这里要填数字");
        press(KeyCode.ESCAPE);
        assertThat(jars.textProperty().get()).isEmpty();
        assertThat(OnFx.call(() -> ((Label) view.lookup("#jar-message")).getText())).isEmpty();
    }
}
