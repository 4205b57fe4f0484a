package xundang.desktop.platform.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** One process per data folder. The operating system frees the lock when its holder dies, however it dies. */
public final class FolderLock implements AutoCloseable {
    /** The locked byte lies behind the text, because a locked byte cannot be read by others on Windows. */
    private static final long LOCKED_BYTE = 1L << 40;

    private static final int MAX_HOLDER_BYTES = 200;

    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** How an attempt ended. */
    public sealed interface Attempt {
        /** Ours until closed. */
        record Held(FolderLock lock) implements Attempt {}

        /** Somebody else's. {@code holder} is what they wrote about themselves: process id and start time. */
        record Taken(String holder) implements Attempt {}
    }

    /** Tries once, does not wait. Throws if the folder cannot be written. */
    public static Attempt tryLock(DataFolder folder, Instant now) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock != null) {
                PrivateFiles.ownerOnly(folder.lock());
                String text = "pid " + ProcessHandle.current().pid() + ", " + now;
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
                channel.force(true);
                return new Attempt.Held(new FolderLock(channel, lock));
            }
        } catch (OverlappingFileLockException ours) {
            // held by this very process: the same answer
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        try (channel) {
            return new Attempt.Taken(holder(channel));
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(MAX_HOLDER_BYTES);
        channel.read(text, 0);
        return StandardCharsets.UTF_8.decode(text.flip()).toString();
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            lock.release();
        }
    }
}
