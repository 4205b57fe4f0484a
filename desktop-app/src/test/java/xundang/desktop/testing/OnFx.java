package xundang.desktop.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.testfx.api.FxToolkit;
import xundang.desktop.platform.theme.Fonts;

/** Runs work on the interface's thread and waits for it. */
public final class OnFx {
    private OnFx() {}

    /** Starts the toolkit once for all tests of the process. */
    public static void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        call(() -> {
            Fonts.load();
            return true;
        });
    }

    public static <T> T call(Callable<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(work.call());
            } catch (Exception | Error e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }
}
