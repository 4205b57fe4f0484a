package xundang.desktop.platform.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk that forgets at a power cut whatever was written and not forced: H2 reaches it as {@code powercut:}, the journal through its
 * opener. A file is known by what it is, not by its name, so that renaming keeps what was forced. Public, because H2 makes its own
 * instances.
 */
public final class PowerCut extends FilePathWrapper {
    /** Before a path in an H2 address. */
    public static final String SCHEME = "powercut:";

    private static final byte[] NOTHING = new byte[0];
    private static final Map<Object, byte[]> FORCED = new ConcurrentHashMap<>();

    /** An empty memory of what was forced. */
    public static void install() {
        FORCED.clear();
        FilePath.register(new PowerCut());
    }

    @Override
    public String getScheme() {
        return "powercut";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode), Path.of(getBase().toString()));
    }

    static FileChannel openForJournal(Path file, StandardOpenOption... options) throws IOException {
        return new Channel(FileChannel.open(file, Set.of(options)), file);
    }

    /** What would be found after the power came back: of each file only what had been forced. */
    public static void image(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path source : all.toList()) {
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    byte[] forced = FORCED.get(identity(source));
                    Files.write(target, forced == null ? Files.readAllBytes(source) : forced);
                }
            }
        }
    }

    private static Object identity(Path file) throws IOException {
        return Objects.requireNonNull(
                Files.readAttributes(file, BasicFileAttributes.class).fileKey(), "this file system names no files");
    }

    /** Writes go through; what a cut would leave is only taken when they are forced. */
    private static final class Channel extends FileBaseDefault {
        private final FileChannel base;
        private final Path file;
        private final Object identity;

        Channel(FileChannel base, Path file) throws IOException {
            this.base = base;
            this.file = file;
            this.identity = identity(file);
            FORCED.putIfAbsent(identity, base.size() == 0 ? NOTHING : Files.readAllBytes(file));
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
            return base.write(source, position);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            base.truncate(size);
        }

        @Override
        public synchronized void force(boolean metaData) throws IOException {
            base.force(metaData);
            FORCED.put(identity, Files.readAllBytes(file));
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
