package xundang.bench;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** The least that JavaFX can show: the anchor that the app's start is compared with. Prints a line once it is drawn. */
public final class MinimalWindow {
    private MinimalWindow() {}

    public static void main(String[] args) throws InterruptedException {
        PrintStream out = System.out;
        CountDownLatch drawn = new CountDownLatch(1);
        Platform.startup(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new VBox(new TextField(), new ComboBox<>(), new TableView<>()), 800, 600));
            stage.show();
            stage.getScene().addPostLayoutPulseListener(drawn::countDown);
            Platform.requestNextPulse();
        });
        drawn.await();
        out.println(StartBench.USABLE);
        System.exit(0);
    }
}
