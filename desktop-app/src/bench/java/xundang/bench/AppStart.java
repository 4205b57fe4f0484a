package xundang.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import xundang.desktop.app.DesktopApp;

/** Starts the real application and prints a line once its first screen is drawn and takes keys. */
public final class AppStart {
    private AppStart() {}

    public static void main(String[] args) throws InterruptedException {
        PrintStream out = System.out;
        CountDownLatch usable = new CountDownLatch(1);
        Platform.startup(() -> {
            Stage stage = new Stage();
            new DesktopApp(Path.of(args[0]), Optional::empty).start(stage);
            stage.getScene().addPostLayoutPulseListener(() -> {
                if (stage.getScene().getFocusOwner() != null) {
                    usable.countDown();
                }
            });
            Platform.requestNextPulse();
        });
        usable.await();
        out.println(StartBench.USABLE);
        System.exit(0);
    }
}
