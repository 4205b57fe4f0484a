package xundang.desktop.app.ui;

import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import xundang.desktop.app.DesktopWindow;
import xundang.desktop.tag.ZxingTagReader;
import xundang.desktop.testing.Desk;
import xundang.desktop.testing.KnownSessions;
import xundang.desktop.testing.OnFx;

/** The whole window on the display-less platform, and a person's hands at it. */
abstract class WindowTest {
    final Desk desk = new Desk();
    final KnownSessions sessions = new KnownSessions();
    final FxRobot robot = new FxRobot();

    @BeforeEach
    void openWindow() throws TimeoutException {
        OnFx.start();
        Stage stage = FxToolkit.registerStage(Stage::new);
        OnFx.run(
                () -> new DesktopWindow(stage, sessions, ignored -> desk.services(), desk.context, new ZxingTagReader())
                        .show());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void closeWindow() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    Node node(String id) {
        return robot.lookup("#" + id).query();
    }

    void type(String id, String text) {
        OnFx.run(() -> {
            TextField field = (TextField) node(id);
            field.requestFocus();
            field.setText(text);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    void press(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void logIn() {
        type("login-password", KnownSessions.PASSWORD);
        press(KeyCode.ENTER);
    }
}
