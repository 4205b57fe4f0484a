package xundang.server.blob;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Work on files in the midst of other work; the HTTP layer answers what the disk or the connection refused. */
@FunctionalInterface
interface FileWork<T> {
    T run() throws IOException;

    static <T> T io(FileWork<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
