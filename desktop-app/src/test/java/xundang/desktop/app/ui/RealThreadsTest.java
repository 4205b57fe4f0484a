package xundang.desktop.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import xundang.desktop.app.DesktopWindow;
import xundang.desktop.platform.fx.FxExecutor;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.tasks.LaptopTasks;
import xundang.desktop.tag.ZxingTagReader;
import xundang.desktop.testing.Desk;
import xundang.desktop.testing.KnownSessions;
import xundang.desktop.testing.OnFx;
import xundang.desktop.testing.YangpuLedger;

/** The window on the laptop's real threads: the interface never waits for the store, and closing waits for what was typed. */
class RealThreadsTest {
    private final Desk desk = new Desk();
    private final FxRobot robot = new FxRobot();
    private LaptopTasks tasks;
    private DesktopWindow window;

    @BeforeEach
    void logIn() throws TimeoutException {
        OnFx.start();
        Stage stage = FxToolkit.registerStage(Stage::new);
        tasks = new LaptopTasks(new FxExecutor());
        UiContext context = new UiContext(desk.texts, tasks, Optional::empty);
        window = OnFx.call(() -> new DesktopWindow(
                stage, new KnownSessions(), ignored -> desk.services(), context, new ZxingTagReader()));
        OnFx.run(window::show);
        storeIdle();
        OnFx.run(() -> {
            PasswordField password = (PasswordField) node("login-password");
            password.setText(KnownSessions.PASSWORD);
            password.fireEvent(new javafx.event.ActionEvent());
        });
        storeIdle();
    }

    @AfterEach
    void close() throws TimeoutException {
        tasks.close();
        FxToolkit.cleanupStages();
    }

    private Node node(String id) {
        return robot.lookup("#" + id).query();
    }

    private Shell shell() {
        return (Shell) window.scene().getRoot().getChildrenUnmodifiable().getFirst();
    }

    /** Returns when the store has done all that was asked of it so far, and the interface has heard of it. */
    private void storeIdle() {
        for (int hop = 0; hop < 3; hop++) {
            CountDownLatch heard = new CountDownLatch(1);
            tasks.store(() -> true, done -> heard.countDown(), fault -> heard.countDown());
            await(heard);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyScreenOpensWhileTheStoreIsBusy() {
        CountDownLatch busy = new CountDownLatch(1);
        tasks.store(
                () -> {
                    busy.await();
                    return true;
                },
                done -> {},
                fault -> {});
        try {
            for (Place place : Place.values()) {
                // Would never return if a screen waited for the store.
                OnFx.run(() -> shell().go(new Location.At(place)));
            }
            OnFx.run(() -> shell().go(new Location.OfAsset(YangpuLedger.id(6))));
            OnFx.run(() -> shell().go(new Location.NewForm(YangpuLedger.id(6), "ups-m")));
            OnFx.run(() -> shell().find());
        } finally {
            busy.countDown();
        }
        storeIdle();
        assertThat(desk.inspections.log()).contains("begin");
    }

    @Test
    void closingTheWindowSavesTheActiveRowBeforeTheStoreEnds() {
        OnFx.run(() -> shell().go(new Location.NewForm(YangpuLedger.id(6), "ups-m")));
        storeIdle();
        OnFx.run(() -> {
            TextField field = (TextField) node("form-input-M15");
            field.requestFocus();
            field.setText("24.5");
        });
        OnFx.run(window::closeLedger);
        tasks.close();
        assertThat(desk.inspections.log()).contains("record M15").doesNotContain("leave");
    }

    @Test
    void lockingShowsTheLogInAtOnceAndClosesTheLedgerBehindTheLastSave() {
        CountDownLatch busy = new CountDownLatch(1);
        tasks.store(
                () -> {
                    busy.await();
                    return true;
                },
                done -> {},
                fault -> {});
        try {
            OnFx.run(window::lock);
            assertThat(node("login-password").isVisible()).isTrue();
        } finally {
            busy.countDown();
        }
        storeIdle();
        assertThat(robot.lookup("#status-bar").tryQuery()).isEmpty();
    }
}
