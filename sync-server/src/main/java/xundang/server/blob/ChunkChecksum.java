package xundang.server.blob;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The tus checksum of one PATCH body. */
final class ChunkChecksum {
    /** Names as tus writes them. */
    static final String ALGORITHMS = "sha1,sha256";

    private final MessageDigest digest;
    private final byte[] expected;

    private ChunkChecksum(MessageDigest digest, byte[] expected) {
        this.digest = digest;
        this.expected = expected;
    }

    /** Reads {@code Upload-Checksum}; null when the client sends none. */
    static @Nullable ChunkChecksum parse(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String[] parts = header.strip().split(" ", -1);
        if (parts.length != 2) {
            throw UploadProblems.badHeader("Upload-Checksum");
        }
        String algorithm = switch (parts[0]) {
            case "sha1" -> "SHA-1";
            case "sha256" -> "SHA-256";
            default -> throw UploadProblems.badHeader("Upload-Checksum");
        };
        try {
            return new ChunkChecksum(
                    MessageDigest.getInstance(algorithm), Base64.getDecoder().decode(parts[1]));
        } catch (NoSuchAlgorithmException | IllegalArgumentException e) {
            throw UploadProblems.badHeader("Upload-Checksum");
        }
    }

    void update(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
    }

    /** Whether what was fed in is what the client sent; to be asked once. */
    boolean fits() {
        return MessageDigest.isEqual(digest.digest(), expected);
    }
}
