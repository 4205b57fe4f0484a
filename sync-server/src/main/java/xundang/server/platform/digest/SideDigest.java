package xundang.server.platform.digest;

import java.security.MessageDigest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A digest that is computed beside the thread that receives the bytes: hashing a picture takes about as long as receiving it. One caller at
 * a time.
 */
public final class SideDigest {
    private static final ExecutorService THREADS =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("digest").factory());

    private final MessageDigest digest;
    private CompletableFuture<Void> running = CompletableFuture.completedFuture(null);

    /** Goes on with a digest, which belongs to this object until {@link #digest()}. */
    public SideDigest(MessageDigest digest) {
        this.digest = digest;
    }

    /** Adds bytes, which must stay as they are until the next call returns. */
    public void update(byte[] bytes, int length) {
        running.join();
        running = CompletableFuture.runAsync(() -> digest.update(bytes, 0, length), THREADS);
    }

    /** The digest with all that was added. */
    public MessageDigest digest() {
        running.join();
        return digest;
    }
}
