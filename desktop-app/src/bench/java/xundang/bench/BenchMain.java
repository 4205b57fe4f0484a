package xundang.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import xundang.model.json.ModelJson;

/**
 * Runs the benchmarks, prints their table and writes {@code target/bench/results.json} at the project's root. Arguments: the root, then the
 * names of the benchmarks to run; none means all.
 */
public final class BenchMain {
    private static final List<Bench> ALL = List.of(
            new CommitBench(),
            new ScanBench(),
            new JarsBench(),
            new DecodeBench(),
            new StartBench(),
            new PushBench(),
            new FirstSyncBench(),
            new PhotoBench(),
            new FleetBench(),
            new TodayBench());

    private BenchMain() {}

    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]);
        Set<String> wanted = Set.copyOf(Arrays.asList(
                args.length > 1 && !args[1].isBlank() ? args[1].strip().split("[ ,]+") : new String[0]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path results = Files.createDirectories(root.resolve("target").resolve("bench"));
        List<Row> rows = new ArrayList<>();
        for (Bench bench : ALL) {
            if (wanted.isEmpty() || wanted.contains(bench.name())) {
                out.println("measuring " + bench.name() + " …");
                rows.addAll(bench.run(Files.createTempDirectory("xundang-bench-" + bench.name())));
            }
        }
        String table = table(rows, root);
        out.println(table);
        Files.writeString(results.resolve("table.md"), table);
        ModelJson.mapper().writerWithDefaultPrettyPrinter().writeValue(results.resolve("results.json"), rows);
        System.exit(0);
    }

    private static String table(List<Row> rows, Path root) throws IOException {
        StringBuilder table = new StringBuilder();
        table.append("Machine: %d cores, %s, Java %s, heap %d MB. Date: %s. Commit: %s.%n%n"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                        Runtime.version(),
                        Runtime.getRuntime().maxMemory() >> 20,
                        OffsetDateTime.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MINUTES),
                        commit(root)));
        table.append("| name | value | unit | goal | holds |\n|---|---:|---|---:|---|\n");
        for (Row row : rows) {
            table.append("| %s | %s | %s | %s | %s |%n"
                    .formatted(row.name(), row.value(), row.unit(), row.goal(), row.holds() ? "yes" : "NO"));
        }
        return table.toString();
    }

    private static String commit(Path root) throws IOException {
        Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(git.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            return line == null ? "unknown" : line;
        }
    }
}
