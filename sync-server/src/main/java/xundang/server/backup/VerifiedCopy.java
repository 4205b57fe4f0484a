package xundang.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import xundang.server.platform.digest.Sha256;

/** Copies files so that what stands under the final name is whole, checked and on disk. */
final class VerifiedCopy {
    private VerifiedCopy() {}

    /** Writes the stream under {@code target}; returns its SHA-256. The name appears only when everything is on disk. */
    static String write(InputStream from, Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder to write into");
        }
        Files.createDirectories(folder);
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(from, digest);
                OutputStream out = Files.newOutputStream(fresh)) {
            in.transferTo(out);
        }
        force(fresh);
        Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(folder);
        return HexFormat.of().formatHex(digest.digest());
    }

    static String hash(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes a rename durable. Windows has no such thing as opening a folder. */
    static void forceFolder(Path folder) throws IOException {
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
