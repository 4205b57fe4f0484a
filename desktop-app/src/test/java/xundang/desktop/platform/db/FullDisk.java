package xundang.desktop.platform.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk that can be filled up or closed to writing: H2 reaches it as {@code fulldisk:}, the journal through its opener. One at a time.
 * Public, because H2 makes its own instances.
 */
public final class FullDisk extends FilePathWrapper {
    static final String SCHEME = "fulldisk:";

    private static final AtomicBoolean FULL = new AtomicBoolean();
    private static final AtomicBoolean DENIED = new AtomicBoolean();

    static void install() {
        empty();
        FilePath.register(new FullDisk());
    }

    static void fill() {
        FULL.set(true);
    }

    static void empty() {
        FULL.set(false);
        DENIED.set(false);
    }

    /** From now on nothing may be opened for writing and nothing written: what a person without the rights meets, the superuser never. */
    static void deny() {
        DENIED.set(true);
    }

    @Override
    public String getScheme() {
        return "fulldisk";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        requireRights(mode.contains("w"), getBase().toString());
        return new Channel(getBase().open(mode));
    }

    static FileChannel openForJournal(Path file, StandardOpenOption... options) throws IOException {
        requireRights(Set.of(options).contains(StandardOpenOption.WRITE), file.toString());
        return new Channel(FileChannel.open(file, Set.of(options)));
    }

    private static void requireRights(boolean writing, String file) throws AccessDeniedException {
        if (writing && DENIED.get()) {
            throw new AccessDeniedException(file);
        }
    }

    private static void requireRoom() throws IOException {
        if (FULL.get()) {
            throw new IOException("No space left on device");
        }
    }

    /** Lets half of a write through before it fails, as a real file system may. */
    private static final class Channel extends FileBaseDefault {
        private final FileChannel base;

        Channel(FileChannel base) {
            this.base = base;
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
            if (FULL.get() && source.remaining() > 1) {
                base.write(source.slice(source.position(), source.remaining() / 2), position);
            }
            requireRights(true, "an open file");
            requireRoom();
            return base.write(source, position);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            base.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            base.force(metaData);
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
