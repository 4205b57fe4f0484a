package xundang.desktop.platform.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk that forgets in a power cut whatever was not forced to it: the worst that a disk may do, every time. H2 reaches it as
 * {@code unsynced:}, the journal through its opener. One at a time. Public, because H2 makes its own instances.
 */
public final class UnsyncedDisk extends FilePathWrapper {
    /** Before a path in an H2 address. */
    public static final String SCHEME = "unsynced:";

    private static final Map<Path, byte[]> FORCED = new ConcurrentHashMap<>();
    private static volatile boolean off;

    /** An empty memory of what was forced; the power is on. */
    public static void install() {
        FORCED.clear();
        off = false;
        FilePath.register(new UnsyncedDisk());
    }

    /** The power goes: nothing is written any more, and nobody is told. */
    public static void cut() {
        off = true;
    }

    /** The files are what was forced; the power is on again. Whoever had them open must have gone. */
    public static void comeBack() throws IOException {
        for (Map.Entry<Path, byte[]> file : FORCED.entrySet()) {
            if (Files.exists(file.getKey())) {
                Files.write(file.getKey(), file.getValue());
            }
        }
        FORCED.clear();
        off = false;
    }

    @Override
    public String getScheme() {
        return "unsynced";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(Path.of(getBase().toString()), getBase().open(mode));
    }

    static FileChannel openForJournal(Path file, StandardOpenOption... options) throws IOException {
        return new Channel(file, FileChannel.open(file, Set.of(options)));
    }

    private static final class Channel extends FileBaseDefault {
        private final Path file;
        private final FileChannel base;

        Channel(Path file, FileChannel base) throws IOException {
            this.file = file;
            this.base = base;
            if (!FORCED.containsKey(file)) {
                FORCED.put(file, Files.readAllBytes(file));
            }
        }

        @Override
        public long size() throws IOException {
            return base.size();
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return base.read(target, position);
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            if (off) {
                int length = source.remaining();
                source.position(source.limit());
                return length;
            }
            return base.write(source, position);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            if (!off) {
                base.truncate(size);
            }
        }

        @Override
        public void force(boolean metaData) throws IOException {
            if (!off) {
                FORCED.put(file, Files.readAllBytes(file));
            }
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return base.tryLock(position, size, shared);
        }

        @Override
        public void implCloseChannel() throws IOException {
            base.close();
        }
    }
}
