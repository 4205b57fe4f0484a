package xundang.desktop.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The real server and its administrator's commands, each a process of its own, on one fresh data folder. */
final class ServerProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration COMMAND_LIMIT = Duration.ofMinutes(2);
    private static final String READY = "READY ";
    private static final String SETUP_CODE = "SETUP-CODE ";

    private final Path data;
    private final Path log;
    private final String classPath;
    private @Nullable Process server;
    private String setupCode = "";

    ServerProcess(Path data, Path log, String classPath) {
        this.data = data;
        this.log = log;
        this.classPath = classPath;
    }

    /** Runs {@code xundang admin …} to its end and returns what it printed. */
    String admin(String input, String... arguments) {
        List<String> command = java("xundang.server.app.AdminMain");
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("--data", data.toString()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            try (var toProcess = process.outputWriter(StandardCharsets.UTF_8)) {
                toProcess.write(input);
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(COMMAND_LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new DemoFailure("admin " + arguments[0] + " failed:\n" + output + "\nsee " + log);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted", e);
        }
    }

    /** Starts the server on a free loopback port and returns its address. */
    String start() {
        List<String> command = java("xundang.server.app.ServerMain");
        command.addAll(List.of("--data", data.toString(), "--port", "0"));
        Path output = log.resolveSibling("server.out");
        try {
            Process started = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectOutput(output.toFile())
                    .start();
            server = started;
            long limit = System.nanoTime() + START_LIMIT.toNanos();
            while (started.isAlive() && System.nanoTime() < limit) {
                for (String line : Files.readAllLines(output)) {
                    if (line.startsWith(SETUP_CODE)) {
                        setupCode = line.substring(SETUP_CODE.length()).strip();
                    }
                    if (line.startsWith(READY)) {
                        return line.substring(READY.length()).strip();
                    }
                }
                Thread.sleep(100);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted", e);
        }
        throw new DemoFailure("the server did not start, see " + log);
    }

    /** The one-time code of a first start, for the first administrator. */
    String setupCode() {
        return setupCode;
    }

    private List<String> java(String mainClass) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ArrayList<>(List.of(java, "-cp", classPath, mainClass));
    }

    @Override
    public void close() {
        if (server != null) {
            server.destroy();
            try {
                if (!server.waitFor(15, TimeUnit.SECONDS)) {
                    server.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                server.destroyForcibly();
            }
        }
    }
}
