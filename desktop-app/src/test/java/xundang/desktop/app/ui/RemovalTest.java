package xundang.desktop.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import xundang.desktop.session.RemoveOutcome;
import xundang.desktop.sync.UnsentWork.Unsent;
import xundang.desktop.testing.OnFx;

/** 移除本机数据, from the storage section to the log-in or the enrolment. */
class RemovalTest extends WindowTest {
    @BeforeEach
    void openStorage() {
        logIn();
        press(KeyCode.CONTROL, KeyCode.DIGIT4);
        press(KeyCode.DIGIT5);
    }

    private void ask() {
        OnFx.run(() -> ((Button) node("storage-remove")).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void confirm() {
        type("removal-code", "DEMO");
        press(KeyCode.ENTER);
    }

    private List<String> words(String id) {
        return node(id).lookupAll(".label").stream()
                .map(label -> ((Label) label).getText())
                .toList();
    }

    @Test
    void afterTheConfirmationTheLaptopIsFreshAndSaysSo() {
        ask();
        assertThat(((Button) node("removal-go")).isDisabled()).isTrue();
        confirm();
        assertThat(node("enrol-removed").isVisible()).isTrue();
        assertThat(robot.lookup("#status-bar").tryQuery()).isEmpty();
    }

    @Test
    void unsentWorkIsSaidAndTheLedgerStays() {
        desk.keeping.unsent = new Unsent(3, 1, 14, 42_000_000);
        ask();
        assertThat(words("removal-unsent")).contains("还有 3 项更改、1 份草稿、14 张照片 只在这台电脑上，现在不能移除。", "E-SESSION-130");
        assertThat(node("removal-code").getParent().isVisible()).isFalse();
        OnFx.run(() -> ((Button) node("removal-go")).fire());
        press(KeyCode.ESCAPE);
        assertThat(robot.lookup("#removal-panel").tryQuery()).isEmpty();
        assertThat(node("status-bar").isVisible()).isTrue();
    }

    @Test
    void workThatWasSavedAfterTheQuestionStillPreventsIt() {
        ask();
        desk.keeping.unsent = new Unsent(1, 0, 0, 0);
        confirm();
        assertThat(words("login-error")).contains("E-SESSION-131");
        assertThat(node("login-password").isVisible()).isTrue();
    }

    @Test
    void whatTheDiskDidNotLetGoIsSaidWhereThePersonLandsThen() {
        sessions.removing = new RemoveOutcome.NotDeleted("/data/xundang", false);
        ask();
        confirm();
        assertThat(words("login-error")).contains("本机数据没有移除，磁盘不让删除：/data/xundang", "E-KEY-230");
    }

    @Test
    void filesThatAreLeftWithoutTheirKeysAreNamedAtTheEnrolment() {
        sessions.removing = new RemoveOutcome.NotDeleted("/data/xundang", true);
        sessions.people = List.of();
        ask();
        confirm();
        assertThat(words("enrol-error")).contains("密钥已销毁，但有文件没能删除：/data/xundang", "E-KEY-231");
    }
}
