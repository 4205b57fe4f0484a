package xundang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xundang.desktop.testing.ServerProcess;

/** The real server in a process of its own, with the heap of a small machine. */
final class ChildServer implements AutoCloseable {
    private static final Pattern COLLECTED = Pattern.compile("(\\d+)M->\\d+M\\(");

    private final Path collections;
    private final ServerProcess process;

    ChildServer(Path data, Path collections, int heapMb) throws IOException {
        this.collections = collections;
        process = new ServerProcess(data, "-Xmx" + heapMb + "m", "-Xlog:gc:file=" + collections);
    }

    String url() {
        return process.url();
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
        process.close();
    }
}
