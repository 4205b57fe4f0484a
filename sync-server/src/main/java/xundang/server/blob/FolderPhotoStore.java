package xundang.server.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import xundang.server.platform.digest.Sha256;

/** Pictures as files, {@code ab/abcdef…}: verified, forced to disk, renamed, folder forced to disk. */
public final class FolderPhotoStore implements PhotoStore {
    private static final int BUFFER = 64 * 1024;

    private final Path folder;

    public FolderPhotoStore(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    @Override
    public Kept keep(Path received, String sha256, long size) throws IOException {
        if (holds(sha256)) {
            Files.deleteIfExists(received);
            return Kept.STORED;
        }
        if (Files.size(received) != size || !hash(received).equals(sha256)) {
            Files.deleteIfExists(received);
            return Kept.WRONG_CONTENT;
        }
        force(received);
        Path target = path(sha256);
        Path shelf = folder.resolve(sha256.substring(0, 2));
        if (!Files.isDirectory(shelf)) {
            Files.createDirectories(shelf);
            forceFolder(folder);
        }
        Files.move(received, target, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(shelf);
        return Kept.STORED;
    }

    @Override
    public boolean holds(String sha256) {
        return Files.isRegularFile(path(sha256));
    }

    @Override
    public Optional<Long> size(String sha256) throws IOException {
        return holds(sha256) ? Optional.of(Files.size(path(sha256))) : Optional.empty();
    }

    @Override
    public InputStream open(String sha256, long offset) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(path(sha256));
        boolean ready = false;
        try {
            InputStream stream = Channels.newInputStream(channel.position(offset));
            ready = true;
            return stream;
        } finally {
            if (!ready) {
                channel.close();
            }
        }
    }

    private Path path(String sha256) {
        if (!Sha256.isHex(sha256)) {
            throw new IllegalArgumentException("not a SHA-256");
        }
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            int read = in.read(buffer);
            while (read >= 0) {
                read = in.read(buffer);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes a rename durable. Windows has no such thing as opening a folder; there the file system's own journal must do. */
    private static void forceFolder(Path folder) throws IOException {
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
