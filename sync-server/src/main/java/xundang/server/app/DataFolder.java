package xundang.server.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xundang.server.platform.digest.Secrets;

/** The server's folder, held by this process alone until it is closed. */
final class DataFolder implements AutoCloseable {
    private static final long MIN_FREE_BYTES = 64L * 1024 * 1024;
    private static final String LOCK = "server.lock";
    private static final String URL = "server.url";
    private static final String KEY = "admin.key";
    private static final String CREATED = "ledger.created";
    private static final String PEPPER = "pepper";

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Takes the folder. Throws {@link StartupException} when another process has it, or it cannot be written, or the disk is full. */
    static DataFolder take(Path wanted) {
        Path path = wanted.toAbsolutePath().normalize();
        FileChannel channel = null;
        try {
            Files.createDirectories(path);
            if (path.toFile().getUsableSpace() < MIN_FREE_BYTES) {
                throw new StartupException("数据文件夹所在磁盘的可用空间不足 64 MB，服务器没有启动，数据没有改动。请清理磁盘后再启动：" + path);
            }
            channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new StartupException("数据文件夹正由另一个服务器进程使用，没有启动，数据没有改动。请先停止那个进程：" + path);
            }
            restrict(path);
            return new DataFolder(path, channel);
        } catch (FileAlreadyExistsException e) {
            throw new StartupException("数据文件夹的位置上是一个文件，服务器没有启动。请换一个文件夹：" + path, e);
        } catch (IOException e) {
            throw new StartupException("数据文件夹无法写入，服务器没有启动，数据没有改动。请检查权限：" + path, e);
        }
    }

    /** Whether some process holds the folder now. */
    static boolean isTaken(Path wanted) {
        Path lock = wanted.resolve(LOCK);
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return !locked(channel);
        } catch (IOException e) {
            throw new StartupException("数据文件夹无法读取，请检查权限：" + wanted, e);
        }
    }

    /** The lock ends with the channel. */
    private static boolean locked(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void restrict(Path path) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    Path path() {
        return path;
    }

    /** Whether this folder has had a database; from then on a missing one is a fault. */
    boolean hasHadDatabase() {
        return Files.exists(path.resolve(CREATED));
    }

    void markDatabase() throws IOException {
        if (!hasHadDatabase()) {
            Files.createFile(path.resolve(CREATED));
        }
    }

    /** The key with which the command line proves that it may read this folder; made on first use. */
    String adminKey(Secrets secrets) throws IOException {
        Optional<String> known = readKey(path);
        if (known.isPresent()) {
            return known.get();
        }
        String key = secrets.token();
        Path fresh = path.resolve(KEY + ".new");
        Files.writeString(fresh, key, StandardCharsets.US_ASCII);
        Files.move(fresh, path.resolve(KEY), StandardCopyOption.ATOMIC_MOVE);
        return key;
    }

    /** The secret that goes into password hashes, if there is one already. */
    Optional<String> pepper() throws IOException {
        return read(path.resolve(PEPPER)).filter(text -> !text.isEmpty());
    }

    /** Keeps a new one; on disk when it returns, for without it nobody could log in. Only the server's account can read it. */
    String keepPepper(String secret) throws IOException {
        Path fresh = path.resolve(PEPPER + ".new");
        Files.deleteIfExists(fresh);
        boolean posix = Files.getFileStore(path).supportsFileAttributeView("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (FileChannel out =
                FileChannel.open(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            ByteBuffer bytes = StandardCharsets.US_ASCII.encode(secret);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(fresh, path.resolve(PEPPER), StandardCopyOption.ATOMIC_MOVE);
        return secret;
    }

    static Optional<String> readKey(Path folder) throws IOException {
        return read(folder.resolve(KEY));
    }

    /** Where the running server listens. */
    static Optional<String> readUrl(Path folder) throws IOException {
        return read(folder.resolve(URL));
    }

    private static Optional<String> read(Path file) throws IOException {
        return Files.exists(file)
                ? Optional.of(Files.readString(file, StandardCharsets.US_ASCII).strip())
                : Optional.empty();
    }

    void announce(String url) throws IOException {
        Files.writeString(path.resolve(URL), url, StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path.resolve(URL));
            channel.close();
        } catch (IOException e) {
            throw new StartupException("数据文件夹没有正常释放：" + path, e);
        }
    }
}
