package xundang.desktop.platform.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small file without which nothing opens any more: kept twice, {@code name} and {@code name.copy}, each ending in the SHA-256 of what
 * stands before it. A copy that is missing or does not fit is made anew from the other one when it is read.
 */
public final class TwinFile {
    /** What the second copy's name ends in. */
    public static final String COPY = ".copy";

    private static final Logger LOG = LoggerFactory.getLogger(TwinFile.class);
    private static final int HASH = 32;

    private final Path file;
    private final Path copy;

    public TwinFile(Path file) {
        this.file = file;
        this.copy = file.resolveSibling(file.getFileName() + COPY);
    }

    /** Neither copy is what was written. */
    public static final class BothDamaged extends IOException {
        private static final long serialVersionUID = 1L;

        BothDamaged(Path file) {
            super("neither " + file.getFileName() + " nor its copy is as it was written");
        }
    }

    /** What was written last; empty if nothing ever was. */
    public Optional<byte[]> read() throws IOException {
        Optional<byte[]> first = contentOf(file);
        Optional<byte[]> second = contentOf(copy);
        if (first.isEmpty() && second.isEmpty()) {
            if (Files.exists(file) || Files.exists(copy)) {
                throw new BothDamaged(file);
            }
            return Optional.empty();
        }
        byte[] content = first.orElseGet(second::orElseThrow);
        if (first.isEmpty()) {
            repair(file, content);
        } else if (second.isEmpty() || !Arrays.equals(content, second.get())) {
            repair(copy, content);
        }
        return Optional.of(content);
    }

    /** Replaces both copies, durably, one after the other: at every moment one of them is whole. */
    public void write(byte[] content) throws IOException {
        byte[] checked = withHash(content);
        try {
            PrivateFiles.replace(file, checked);
            PrivateFiles.replace(copy, checked);
        } finally {
            Arrays.fill(checked, (byte) 0);
        }
    }

    private static void repair(Path target, byte[] content) {
        LOG.warn("E-KEY-206 {} was missing or damaged; made anew from its other copy", target.getFileName());
        byte[] checked = withHash(content);
        try {
            PrivateFiles.replace(target, checked);
        } catch (IOException e) {
            // What is needed has been read; a folder that cannot be written must not keep anybody out.
            LOG.warn(
                    "{} could not be made anew: {}",
                    target.getFileName(),
                    e.getClass().getSimpleName());
        } finally {
            Arrays.fill(checked, (byte) 0);
        }
    }

    private static Optional<byte[]> contentOf(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        byte[] all = Files.readAllBytes(file);
        if (all.length < HASH) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(all, all.length - HASH);
        boolean fits = MessageDigest.isEqual(sha256(content), Arrays.copyOfRange(all, content.length, all.length));
        Arrays.fill(all, (byte) 0);
        return fits ? Optional.of(content) : Optional.empty();
    }

    private static byte[] withHash(byte[] content) {
        byte[] all = Arrays.copyOf(content, content.length + HASH);
        System.arraycopy(sha256(content), 0, all, content.length, HASH);
        return all;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", e);
        }
    }
}
