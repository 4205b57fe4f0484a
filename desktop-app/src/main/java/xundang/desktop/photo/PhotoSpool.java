package xundang.desktop.photo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.platform.crypto.Aead;
import xundang.desktop.platform.crypto.SealBroken;
import xundang.desktop.platform.files.DataFolder;
import xundang.desktop.platform.files.PrivateFiles;

/** Sealed second copies of the pictures that the server does not hold yet, one file each, durable before the database hears of them. */
final class PhotoSpool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PhotoSpool.class);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final DataFolder folder;
    private final Aead aead;

    PhotoSpool(DataFolder folder, Aead aead) {
        this.folder = folder;
        this.aead = aead;
    }

    void put(String sha256, byte[] picture) throws IOException {
        PrivateFiles.replace(file(sha256), aead.seal(context(sha256), picture));
    }

    /** The copy; empty if there is none, or if it does not open. */
    Optional<byte[]> get(String sha256) throws IOException {
        Path file = file(sha256);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(aead.open(context(sha256), Files.readAllBytes(file)));
        } catch (SealBroken e) {
            LOG.error("E-PHOTO-120 second copy of {} does not open", sha256);
            return Optional.empty();
        }
    }

    void drop(String sha256) throws IOException {
        if (Files.deleteIfExists(file(sha256))) {
            PrivateFiles.syncFolder(folder.spool());
        }
    }

    /** Hashes of all copies. */
    List<String> list() throws IOException {
        try (Stream<Path> files = Files.list(folder.spool())) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> HASH.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }

    private Path file(String sha256) {
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hex");
        }
        return folder.spool().resolve(sha256);
    }

    private static byte[] context(String sha256) {
        return ("xundang photo " + sha256).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        aead.close();
    }
}
