package xundang.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From process start to a window that takes keys, against a minimal JavaFX window started the same way, taking turns. */
final class StartBench implements Bench {
    static final String USABLE = "USABLE";
    private static final int ROUNDS = 7;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Row> run(Path folder) throws Exception {
        long[] app = new long[ROUNDS];
        long[] minimal = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            minimal[i] = start(MinimalWindow.class, List.of());
            app[i] = start(AppStart.class, List.of(folder.resolve("laptop" + i).toString()));
        }
        double ours = new Percentiles(app).median();
        double least = new Percentiles(minimal).median();
        return List.of(
                Row.of("app start to usable window, class path, median", ours, "ms"),
                Row.of("minimal JavaFX window, class path, median", least, "ms"),
                Row.of("app start ÷ minimal window", ours / least, "×"));
    }

    private static long start(Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(USABLE)) {
                    return System.nanoTime() - begin;
                }
            }
        }
        throw new IllegalStateException(main.getSimpleName() + " never became usable");
    }
}
