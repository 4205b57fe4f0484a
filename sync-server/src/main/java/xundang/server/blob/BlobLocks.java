package xundang.server.blob;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One piece of work at a time per picture, where a file and its row change together. In memory, because the data folder belongs to one
 * process: the server takes a file lock on it at start. A database transaction may begin under such a lock, never the other way round.
 */
final class BlobLocks {
    private static final int STRIPES = 64;

    private final ReentrantLock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    <T> T alone(String sha256, Supplier<T> work) {
        ReentrantLock lock = stripes[Math.floorMod(sha256.hashCode(), STRIPES)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
