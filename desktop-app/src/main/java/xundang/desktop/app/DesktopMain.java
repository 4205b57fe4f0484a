package xundang.desktop.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import xundang.desktop.platform.files.PrivateFiles;
import xundang.desktop.platform.fx.FxExecutor;

/** {@code ./xundang desktop}. */
@Command(name = "desktop", mixinStandardHelpOptions = true, description = "打开巡档桌面客户端。 Opens the inspector's client.")
public final class DesktopMain implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "数据文件夹（默认为系统约定的位置）· data folder, by default where this system keeps such data")
    private @Nullable Path data;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    /** Runs until the window is closed. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new DesktopMain()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        Path folder = data == null ? defaultFolder() : data;
        openLogs(folder.resolve("logs"));
        CountDownLatch closed = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(() -> {
            Stage stage = new Stage();
            DesktopApp app = new DesktopApp(folder);
            stage.setOnHidden(hidden -> new FxExecutor().execute(() -> {
                app.stop();
                closed.countDown();
            }));
            app.start(stage);
        });
        closed.await();
        Platform.exit();
        return CommandLine.ExitCode.OK;
    }

    /** Before the first line is logged: the log is for the owner of the data folder alone. If it cannot be made, the log-in will say so. */
    private void openLogs(Path logs) {
        try {
            PrivateFiles.createFolder(PrivateFiles.parent(logs));
            PrivateFiles.createFolder(logs);
            System.setProperty("xundang.logs", logs.toString());
        } catch (IOException e) {
            spec.commandLine().getErr().println("日志文件夹不能写入：" + logs);
        }
    }

    /** Where this system keeps an application's data. */
    private static Path defaultFolder() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", "."));
        if (system.contains("win")) {
            return environment("LOCALAPPDATA").orElse(home).resolve("Xundang");
        }
        if (system.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Xundang");
        }
        return environment("XDG_DATA_HOME")
                .orElse(home.resolve(".local").resolve("share"))
                .resolve("xundang");
    }

    private static Optional<Path> environment(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
