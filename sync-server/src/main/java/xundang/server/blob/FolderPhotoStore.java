package xundang.server.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import xundang.server.platform.digest.Sha256;

/** Pictures as files, {@code ab/abcdef…}: verified, forced to disk, renamed, folder forced to disk. */
public final class FolderPhotoStore implements PhotoStore {
    private static final int SHELVES = 256;
    private static final String DAMAGED = "damaged";

    private final Path folder;
    private final CompletionStep.Watch watch;

    /** All shelves are made at once, so that no picture ever depends on a shelf that is not yet on disk. */
    FolderPhotoStore(Path folder, CompletionStep.Watch watch) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.watch = watch;
        for (int number = 0; number < SHELVES; number++) {
            Files.createDirectories(folder.resolve(shelfName(number)));
        }
        Files.createDirectories(folder.resolve(DAMAGED));
        forceFolder(folder);
    }

    /** Two hex digits for 0 to 255. */
    static String shelfName(int number) {
        return String.format(Locale.ROOT, "%02x", number);
    }

    @Override
    public Kept keep(ReceivedFile received, String sha256, long size) throws IOException {
        if (received.size() != size || !received.sha256().equals(sha256)) {
            Files.deleteIfExists(received.path());
            return Kept.WRONG_CONTENT;
        }
        watch.passed(CompletionStep.VERIFIED);
        Path target = path(sha256);
        if (Files.isRegularFile(target) && Files.size(target) == size) {
            Files.deleteIfExists(received.path());
        } else {
            force(received.path());
            watch.passed(CompletionStep.FORCED);
            Files.move(received.path(), target, StandardCopyOption.ATOMIC_MOVE);
            watch.passed(CompletionStep.MOVED);
        }
        forceFolder(shelf(target));
        watch.passed(CompletionStep.SHELF_FORCED);
        return Kept.STORED;
    }

    @Override
    public boolean holds(String sha256) {
        return Files.isRegularFile(path(sha256));
    }

    @Override
    public Optional<Long> size(String sha256) throws IOException {
        try {
            return Optional.of(Files.size(path(sha256)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean intact(String sha256) throws IOException {
        try {
            return Sha256.hex(path(sha256)).equals(sha256);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void setAside(String sha256) throws IOException {
        Path damaged = folder.resolve(DAMAGED);
        try {
            Files.move(path(sha256), damaged.resolve(sha256), StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            return; // Nothing there that could be taken for good.
        }
        forceFolder(damaged);
        forceFolder(shelf(path(sha256)));
    }

    @Override
    public void delete(String sha256) throws IOException {
        Files.deleteIfExists(path(sha256));
    }

    @Override
    public List<String> shelf(String firstTwo) throws IOException {
        List<String> held = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve(firstTwo))) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (Sha256.isHex(name)) {
                    held.add(name);
                }
            }
        }
        return held;
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

    private static Path shelf(Path picture) {
        Path shelf = picture.getParent();
        if (shelf == null) {
            throw new IllegalArgumentException("a picture stands on a shelf");
        }
        return shelf;
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
