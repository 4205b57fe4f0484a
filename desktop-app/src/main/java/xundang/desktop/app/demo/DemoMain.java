package xundang.desktop.app.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./xundang demo}: the main job on the real ledger, with a real server process and real windows. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "演示：真实台账、真实服务器、桌面客户端。有显示器时打开窗口；没有显示器或用 --headless 时自动演完全程并检查每一步。",
            "The main job on the real ledger. Opens the app; without a display, or with --headless, plays and checks the whole story."
        })
public final class DemoMain implements Callable<Integer> {
    @Option(names = "--headless", description = "自动演示，不打开窗口 · play the story without a display")
    private boolean headless;

    @Option(names = "--out", description = "图片与网页的输出文件夹 · folder for pictures and pages")
    private Path out = Path.of("target", "demo");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs the command and exits with 0, or 1 when a step failed. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new DemoMain()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        Path folder = out.toAbsolutePath();
        clear(folder);
        DemoReport report = new DemoReport(terminal);
        String classPath = System.getProperty("xundang.server.classpath");
        if (classPath == null) {
            terminal.println("请用 ./xundang demo 启动。 Start it with ./xundang demo.");
            return CommandLine.ExitCode.USAGE;
        }
        try (ServerProcess server =
                new ServerProcess(folder.resolve("server"), folder.resolve("server.log"), classPath)) {
            DemoStage stage = new DemoStage(folder, server, report, new SecureRandom());
            if (headless || !hasDisplay()) {
                new HeadlessStory(stage).play();
            } else {
                new OpenDemo(stage).open();
            }
            report.end(folder.toString());
            return CommandLine.ExitCode.OK;
        } catch (DemoFailure failure) {
            terminal.println("    ✗ " + failure.getMessage());
            terminal.println("演示失败。日志在 " + folder);
            terminal.flush();
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private static boolean hasDisplay() {
        boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return !linux || System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path dir, java.io.IOException failed) throws IOException {
                    Files.delete(dir);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        Files.createDirectories(folder.resolve("screens"));
        Files.createDirectories(folder.resolve("pages"));
        Files.createDirectories(folder.resolve("pictures"));
    }
}
