package xundang.server.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The files of unfinished uploads, one each, named by the server. */
final class UploadFiles {
    private static final int BUFFER = 64 * 1024;

    private final Path folder;

    UploadFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    Path path(UUID id) {
        return folder.resolve(id + ".part");
    }

    void create(UUID id) throws IOException {
        Files.createFile(path(id));
    }

    long length(UUID id) throws IOException {
        return Files.size(path(id));
    }

    void delete(UUID id) throws IOException {
        Files.deleteIfExists(path(id));
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
     * Appends a body. When the connection breaks, what has arrived is kept for the resumption (unless a checksum was promised, which can
     * then not be checked) and the exception goes on.
     */
    Appended append(UUID id, InputStream body, long size, @Nullable ChunkChecksum checksum) throws IOException {
        try (FileChannel file = FileChannel.open(path(id), StandardOpenOption.WRITE)) {
            long before = file.size();
            file.position(before);
            boolean whole = false;
            try {
                if (!copy(body, file, size, checksum)) {
                    file.truncate(before);
                    return Appended.TOO_LONG;
                }
                whole = true;
            } finally {
                if (!whole && checksum != null) {
                    file.truncate(before);
                }
            }
            if (checksum != null && !checksum.fits()) {
                file.truncate(before);
                return Appended.WRONG_CHECKSUM;
            }
            return Appended.OK;
        }
    }

    private static boolean copy(InputStream body, FileChannel file, long size, @Nullable ChunkChecksum checksum)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        int read = body.read(buffer);
        while (read >= 0) {
            if (file.position() + read > size) {
                return false;
            }
            ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            if (checksum != null) {
                checksum.update(buffer, read);
            }
            read = body.read(buffer);
        }
        return true;
    }
}
