package xundang.desktop.app.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One laptop: the real desktop application in a process of its own, played by a {@link Chapter}. The process tells what it does in lines;
 * a line {@link #KILL_ME} asks to be killed the hard way.
 */
final class LaptopProcess {
    static final String STEP = "STEP ";
    static final String CHECK = "CHECK ";
    static final String NOTE = "NOTE ";
    static final String FAILED = "FAILED ";
    static final String KILL_ME = "KILL-ME";
    static final String RESULT = "RESULT ";

    private final Path dataFolder;
    private final Path out;
    private final DemoReport report;

    LaptopProcess(Path dataFolder, Path out, DemoReport report) {
        this.dataFolder = dataFolder;
        this.out = out;
        this.report = report;
    }

    /** Plays one chapter to its end, or until it asks to be killed. Returns the last line of results, if the chapter gave one. */
    @Nullable
    String play(Chapter chapter, Map<String, String> facts) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-cp",
                System.getProperty("java.class.path"),
                ChapterMain.class.getName(),
                chapter.name(),
                dataFolder.toString(),
                out.toString()));
        facts.forEach((name, value) -> command.add("--fact=" + name + "=" + value));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            out.resolve("desktop.log").toFile()))
                    .start();
            return listen(chapter, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted", e);
        }
    }

    private @Nullable String listen(Chapter chapter, Process process) throws IOException, InterruptedException {
        String result = null;
        boolean killed = false;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(STEP)) {
                    report.step(line.substring(STEP.length()));
                } else if (line.startsWith(CHECK)) {
                    report.checked(line.substring(CHECK.length()));
                } else if (line.startsWith(NOTE)) {
                    report.note(line.substring(NOTE.length()));
                } else if (line.startsWith(RESULT)) {
                    result = line.substring(RESULT.length());
                } else if (line.startsWith(FAILED)) {
                    process.destroyForcibly();
                    throw new DemoFailure(chapter + ": " + line.substring(FAILED.length()));
                } else if (line.equals(KILL_ME)) {
                    killed = true;
                    process.destroyForcibly();
                    break;
                }
            }
        }
        int exit = process.waitFor();
        if (!killed && exit != 0) {
            throw new DemoFailure(chapter + " ended with " + exit + ", see " + out.resolve("desktop.log"));
        }
        return result;
    }
}
