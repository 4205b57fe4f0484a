package xundang.server.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import xundang.server.platform.digest.Sha256;
import xundang.server.platform.digest.SideDigest;

/**
 * The files of unfinished uploads, one each, named by the server. They are not forced to disk piece by piece: how far an upload has come is
 * the length of its file, whatever that is after a crash, and the SHA-256 of the whole decides in the end. One caller at a time per upload.
 */
final class UploadFiles {
    private static final int BUFFER = 256 * 1024;
    private static final String SUFFIX = ".part";

    private final Path folder;

    /** Digests of what this process itself received from the first byte on, so that completion need not read it again. */
    private final ConcurrentHashMap<UUID, Running> digests = new ConcurrentHashMap<>();

    private record Running(long length, MessageDigest digest) {}

    UploadFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    private Path path(UUID id) {
        return folder.resolve(id + SUFFIX);
    }

    void create(UUID id) throws IOException {
        Files.createFile(path(id));
    }

    /** Bytes received so far; empty when there is no such file. */
    OptionalLong length(UUID id) throws IOException {
        try {
            return OptionalLong.of(Files.size(path(id)));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        }
    }

    void delete(UUID id) throws IOException {
        digests.remove(id);
        Files.deleteIfExists(path(id));
    }

    /** Uploads that have a file. */
    List<UUID> all() throws IOException {
        List<UUID> ids = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                ids.add(UUID.fromString(name.substring(0, name.length() - SUFFIX.length())));
            }
        }
        return ids;
    }

    /** What is there now, with its hash. */
    ReceivedFile received(UUID id) throws IOException {
        Path file = path(id);
        long size = Files.size(file);
        Running known = digests.remove(id);
        String sha256 = known != null && known.length() == size
                ? HexFormat.of().formatHex(known.digest().digest())
                : Sha256.hex(file);
        return new ReceivedFile(file, size, sha256);
    }

    /** How appending ended. */
    enum Appended {
        OK,
        /** The body was longer than the picture: nothing of it was kept. */
        TOO_LONG,
        /** The body is not what its checksum says: nothing of it was kept. */
        WRONG_CHECKSUM
    }

    /**
     * Appends a body. When the connection breaks, what has arrived is kept for the resumption and the exception goes on. That holds for a
     * body with a checksum too: the part cannot be compared with it, but the whole picture will be compared with its hash.
     */
    Appended append(UUID id, InputStream body, long size, @Nullable ChunkChecksum checksum) throws IOException {
        try (FileChannel file = FileChannel.open(path(id), StandardOpenOption.WRITE)) {
            long before = file.size();
            file.position(before);
            MessageDigest whole = takeDigest(id, before);
            boolean sameDigest = whole != null && before == 0 && checksum != null && checksum.isSha256();
            MessageDigest part = checksum == null || sameDigest ? null : checksum.digest();
            SideDigest beside = whole == null ? null : new SideDigest(whole);
            if (!copy(body, file, size, beside, part)) {
                file.truncate(before);
                return Appended.TOO_LONG;
            }
            if (beside != null) {
                beside.digest();
            }
            if (checksum != null && !checksum.fits(part != null ? part.digest() : soFar(whole))) {
                file.truncate(before);
                return Appended.WRONG_CHECKSUM;
            }
            if (whole != null) {
                digests.put(id, new Running(file.position(), whole));
            }
            return Appended.OK;
        }
    }

    /** Taken out, so that a body that breaks off leaves none behind that would be wrong. */
    private @Nullable MessageDigest takeDigest(UUID id, long before) {
        Running known = digests.remove(id);
        if (before == 0) {
            return Sha256.digest();
        }
        return known != null && known.length() == before ? known.digest() : null;
    }

    private static byte[] soFar(@Nullable MessageDigest running) {
        if (running == null) {
            throw new IllegalStateException("a checksum needs a digest");
        }
        try {
            return ((MessageDigest) running.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-256 of every Java platform can be copied", e);
        }
    }

    /** False when the body is longer than the picture. */
    private static boolean copy(
            InputStream body, FileChannel file, long size, @Nullable SideDigest whole, @Nullable MessageDigest part)
            throws IOException {
        // Two, so that one can be filled while the other is being hashed.
        byte[] buffer = new byte[(int) Math.min(BUFFER, size - file.position() + 1)];
        byte[] other = new byte[buffer.length];
        int filled = 0;
        int read = 0;
        while (read >= 0) {
            boolean broken = true;
            try {
                read = body.read(buffer, filled, buffer.length - filled);
                broken = false;
            } finally {
                if (broken) {
                    write(file, buffer, (int) Math.min(filled, size - file.position()));
                }
            }
            filled += Math.max(read, 0);
            if (filled == buffer.length || read < 0) {
                if (file.position() + filled > size) {
                    return false;
                }
                if (whole != null) {
                    whole.update(buffer, filled);
                }
                write(file, buffer, filled);
                if (part != null) {
                    part.update(buffer, 0, filled);
                }
                byte[] full = buffer;
                buffer = other;
                other = full;
                filled = 0;
            }
        }
        return true;
    }

    private static void write(FileChannel file, byte[] buffer, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, length);
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }
}
