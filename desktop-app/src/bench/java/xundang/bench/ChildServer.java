package xundang.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real server in a process of its own, with the heap of a small machine. */
final class ChildServer implements AutoCloseable {
    private static final Pattern COLLECTED = Pattern.compile("(\\d+)M->\\d+M\\(");

    private final Process process;
    private final Path collections;
    private final String url;

    ChildServer(Path data, Path collections, int heapMb) throws IOException {
        this.collections = collections;
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heapMb + "m",
                        "-Xlog:gc:file=" + collections,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "xundang.server.app.ServerMain",
                        "--data",
                        data.toString(),
                        "--port",
                        "0")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (line != null && !line.startsWith("READY ")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("the server did not start");
        }
        url = "http://127.0.0.1:" + line.substring(line.lastIndexOf(':') + 1);
    }

    String url() {
        return url;
    }

    /** The fullest that a collection found the heap, in MB; 0 if there was none. */
    int fullestHeap() throws IOException {
        int most = 0;
        for (String line : Files.readAllLines(collections)) {
            Matcher matcher = COLLECTED.matcher(line);
            if (matcher.find()) {
                most = Math.max(most, Integer.parseInt(matcher.group(1)));
            }
        }
        return most;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
