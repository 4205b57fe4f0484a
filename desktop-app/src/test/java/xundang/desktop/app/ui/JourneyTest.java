package xundang.desktop.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import xundang.desktop.platform.fx.FxWatchdog;
import xundang.desktop.testing.OnFx;

/** A person's way through the program, by keyboard, on the display-less platform. */
class JourneyTest extends WindowTest {
    @Test
    void aWrongPasswordIsSaidInPlaceAndTheRightOneOpensToday() {
        type("login-password", "no");
        press(KeyCode.ENTER);
        assertThat(node("login-error").isVisible()).isTrue();
        logIn();
        assertThat(node("today-list").isVisible()).isTrue();
        assertThat(((Label) node("status-sync")).getText()).startsWith("离线 · 3 条记录、14 张照片待发送");
    }

    @Test
    void fromScanToASavedReadingByKeyboardAlone() {
        logIn();
        press(KeyCode.F2);
        type("scan-field", "UPS-000006");
        press(KeyCode.ENTER);
        assertThat(node("dossier-begin").isVisible()).isTrue();
        press(KeyCode.ENTER);
        assertThat(node("form-row-M01").isVisible()).isTrue();
        press(KeyCode.DIGIT1);
        assertThat(((Label) node("form-verdict-M01")).getText()).isEqualTo("正常");
        assertThat(((Label) node("form-saved-M01")).getText()).isEqualTo("已保存");
        press(KeyCode.ENTER);
        press(KeyCode.DIGIT1);
        press(KeyCode.ENTER);
        press(KeyCode.SLASH);
        type("form-skip-reason", "面板无法查看");
        press(KeyCode.ENTER);
        assertThat(((Label) node("form-verdict-M03")).getText()).isEqualTo("不适用");
        press(KeyCode.ENTER);
        type("form-input-M04", "三");
        press(KeyCode.ENTER);
        assertThat(node("form-error-M04").isVisible()).isTrue();
        type("form-input-M04", "０");
        press(KeyCode.ENTER);
        assertThat(((Label) node("form-verdict-M04")).getText()).isEqualTo("正常");
        assertThat(desk.inspections.log())
                .containsSubsequence("begin", "record M01", "record M02", "record M03", "record M04");
    }

    @Test
    void whatTheLedgerLacksIsSuppliedByKeyboardAndTheCursorComesBack() {
        logIn();
        press(KeyCode.F2);
        type("scan-field", "UPS-000006");
        press(KeyCode.ENTER);
        press(KeyCode.ENTER);
        TitledPane card = (TitledPane) node("form-supplements");
        assertThat(card.isExpanded()).isFalse();
        assertThat(card.getText()).startsWith("台账缺少 4 项，补上后可判定 M12、M13、M23");

        press(KeyCode.L);
        assertThat(card.isExpanded()).isTrue();
        assertThat(node("form-supplement-jar_count").isFocused()).isTrue();
        type("form-supplement-jar_count", "186");
        press(KeyCode.ENTER);
        assertThat(node("form-supplement-jar_v").isFocused()).isTrue();
        type("form-supplement-jar_v", "3");
        press(KeyCode.ENTER);
        assertThat(node("form-supplement-jar_v").isFocused()).isTrue();
        press(KeyCode.ESCAPE);

        assertThat(card.isExpanded()).isFalse();
        assertThat(node("form-input-M01").isFocused()).isTrue();
        assertThat(card.getText()).startsWith("台账缺少 3 项");
        assertThat(desk.inspections.log()).containsExactly("begin", "observe jar_count 186");
    }

    @Test
    void lockingSavesWhatIsTypedAndShowsTheLogIn() {
        logIn();
        press(KeyCode.F2);
        type("scan-field", "UPS-000006");
        press(KeyCode.ENTER);
        press(KeyCode.ENTER);
        type("form-input-M15", "24.5");
        press(KeyCode.CONTROL, KeyCode.L);
        assertThat(node("login-password").isVisible()).isTrue();
        assertThat(robot.lookup("#status-bar").tryQuery()).isEmpty();
        assertThat(desk.inspections.log()).contains("record M15").doesNotContain("leave");
        logIn();
        assertThat(node("status-bar").isVisible()).isTrue();
    }

    @Test
    void whatIsNoValueIsKeptAsANoteWhenTheWindowIsLocked() {
        logIn();
        press(KeyCode.F2);
        type("scan-field", "UPS-000006");
        press(KeyCode.ENTER);
        press(KeyCode.ENTER);
        type("form-input-M15", "二十四");
        press(KeyCode.CONTROL, KeyCode.L);
        assertThat(node("login-password").isVisible()).isTrue();
        assertThat(desk.inspections.log()).contains("record M15");
    }

    @Test
    void anotherPersonIsToldToJoinFromInside() {
        OnFx.run(() -> ((Button) node("login-enrol")).fire());
        assertThat(node("login-error").isVisible()).isTrue();
        assertThat(robot.lookup("#enrol-server").tryQuery()).isEmpty();
    }

    @Test
    void submittingTooEarlyGoesToWhatIsMissing() {
        logIn();
        press(KeyCode.F2);
        type("scan-field", "UPS-000006");
        press(KeyCode.ENTER);
        press(KeyCode.ENTER);
        press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(node("form-gaps").isVisible()).isTrue();
    }

    @Test
    void screensAndPanelsOpenByKeyAndCloseWithEscape() {
        logIn();
        press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(node("assets-list").isVisible()).isTrue();
        press(KeyCode.CONTROL, KeyCode.DIGIT4);
        assertThat(node("sync-queue").isVisible()).isTrue();
        press(KeyCode.ALT, KeyCode.LEFT);
        assertThat(node("assets-list").isVisible()).isTrue();
        press(KeyCode.F1);
        assertThat(node("keys-panel").isVisible()).isTrue();
        press(KeyCode.ESCAPE);
        assertThat(robot.lookup("#keys-panel").tryQuery()).isEmpty();
        press(KeyCode.CONTROL, KeyCode.K);
        type("find-field", "LP6");
        press(KeyCode.ENTER);
        assertThat(node("dossier-begin").isVisible()).isTrue();
        press(KeyCode.F5);
        assertThat(desk.sync.rounds).isEqualTo(1);
    }

    @Test
    void theLanguageIsSwitchedWhileTheFormIsOpenAndNothingTypedIsLost() {
        logIn();
        desk.inspections.wasActive = true;
        press(KeyCode.F2);
        type("scan-field", "UPS-000006");
        press(KeyCode.ENTER);
        press(KeyCode.ENTER);
        type("form-input-M15", "24.5");
        OnFx.run(() -> desk.texts.languageProperty().set(desk.texts.language().other()));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(((TextField) node("form-input-M15")).getText()).isEqualTo("24.5");
        assertThat(((Label) node("status-sync")).getText()).startsWith("Offline");
    }

    @Test
    void aFormThatWasOpenWhenTheProgramEndedReopens() {
        desk.inspections.wasActive = true;
        logIn();
        assertThat(node("form-row-M01").isVisible()).isTrue();
    }

    @Test
    void walkingThroughAllScreensNeverHoldsUpTheInterface() {
        logIn();
        try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
                FxWatchdog watchdog = new FxWatchdog(timer, Duration.ofSeconds(5))) {
            for (KeyCode key : new KeyCode[] {KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT1}) {
                press(KeyCode.CONTROL, key);
            }
            assertThat(watchdog.stalls()).isEmpty();
        }
    }

    @Test
    void aConflictIsDecidedByKeyboardAlone() {
        logIn();
        press(KeyCode.CONTROL, KeyCode.DIGIT4);
        press(KeyCode.DIGIT3);
        assertThat(node("sync-conflict-card").isVisible()).isTrue();
        press(KeyCode.L);
        type("sync-third", "6");
        press(KeyCode.ENTER);
        press(KeyCode.T);
        assertThat(desk.waiting.done).containsExactly("settle 1 \"6\"", "settle 1 \"4\"");
    }

    @Test
    void sectionsOfTheSyncCentreFollowEachOtherByKey() {
        logIn();
        press(KeyCode.CONTROL, KeyCode.DIGIT4);
        press(KeyCode.CONTROL, KeyCode.TAB);
        assertThat(node("sync-refused-correct").isVisible()).isTrue();
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
        assertThat(node("sync-queue").isVisible()).isTrue();
        press(KeyCode.DIGIT4);
        assertThat(node("sync-receipts").isVisible()).isTrue();
    }

    @Test
    void aFieldOfADossierIsChangedByKeyboardAloneAndWrongInputStays() {
        logIn();
        press(KeyCode.F2);
        type("scan-field", "UPS-000006");
        press(KeyCode.ENTER);
        press(KeyCode.F4);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        type("fact-input", "SG300P-2");
        press(KeyCode.ENTER);
        assertThat(desk.editing.asked).hasSize(1);
        assertThat(desk.editing.asked.getFirst().field()).isEqualTo("model");
        assertThat(desk.editing.asked.getFirst().value().stringValue()).isEqualTo("SG300P-2");
        press(KeyCode.F4);
        press(KeyCode.F4);
        type("fact-input", "");
        press(KeyCode.ESCAPE);
        assertThat(robot.lookup("#fact-input").tryQuery()).isEmpty();
        assertThat(desk.editing.asked).hasSize(1);
        assertThat(node("dossier-begin").isVisible()).isTrue();
    }
}
