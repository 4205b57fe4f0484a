package xundang.desktop.app.demo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import xundang.desktop.app.DesktopApp;
import xundang.desktop.platform.fx.FxExecutor;

/** A desktop process that is played: the same application as {@code ./xundang desktop}, with a chapter's hands on its window. */
@Command(name = "chapter", hidden = true)
public final class ChapterMain implements Callable<Integer> {
    private static final double WIDTH = 1366;
    private static final double HEIGHT = 768;

    @Parameters(index = "0")
    private Chapter chapter = Chapter.ENROL;

    @Parameters(index = "1")
    private Path dataFolder = Path.of("");

    @Parameters(index = "2")
    private Path out = Path.of("");

    @Option(names = "--fact")
    private Map<String, String> facts = new TreeMap<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Plays one chapter and exits with 0 if everything was as it should be. */
    public static void main(String[] args) {
        CommandLine line = new CommandLine(new ChapterMain());
        line.setOut(new java.io.PrintWriter(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        System.setProperty("xundang.logs", dataFolder.resolve("logs").toString());
        Teller teller = new Teller(spec.commandLine().getOut());
        FxExecutor interfaceThread = new FxExecutor();
        CountDownLatch toolkit = new CountDownLatch(1);
        Platform.startup(toolkit::countDown);
        toolkit.await();

        HandedPictures pictures = new HandedPictures();
        DesktopApp app = new DesktopApp(dataFolder, pictures);
        CountDownLatch shown = new CountDownLatch(1);
        Stage[] window = new Stage[1];
        interfaceThread.execute(() -> {
            window[0] = new Stage();
            window[0].setWidth(WIDTH);
            window[0].setHeight(HEIGHT);
            app.start(window[0]);
            shown.countDown();
        });
        shown.await();
        Hands hands = new Hands(window[0], interfaceThread, out.resolve("screens"));
        try {
            new Story(hands, teller, pictures, facts).play(chapter, app);
            hands.see(() -> {
                app.stop();
                return true;
            });
            return CommandLine.ExitCode.OK;
        } catch (DemoFailure failure) {
            teller.failed(String.valueOf(failure.getMessage()));
            return CommandLine.ExitCode.SOFTWARE;
        }
    }
}
