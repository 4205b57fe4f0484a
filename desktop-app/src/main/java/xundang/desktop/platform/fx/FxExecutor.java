package xundang.desktop.platform.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** Runs work on the interface's thread: at once when already there, otherwise in the order of the calls. */
public final class FxExecutor implements Executor {
    @Override
    public void execute(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }
}
