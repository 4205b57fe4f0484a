package xundang.server.blob;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The tus checksum of one PATCH body. */
final class ChunkChecksum {
    /** Names as tus writes them; sha1 is what every tus server must offer. */
    static final String ALGORITHMS = "sha1,sha256";

    private static final String SHA_256 = "SHA-256";

    private final String algorithm;
    private final byte[] expected;

    private ChunkChecksum(String algorithm, byte[] expected) {
        this.algorithm = algorithm;
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
            case "sha256" -> SHA_256;
            default -> throw UploadProblems.badHeader("Upload-Checksum");
        };
        try {
            return new ChunkChecksum(algorithm, Base64.getDecoder().decode(parts[1]));
        } catch (IllegalArgumentException e) {
            throw UploadProblems.badHeader("Upload-Checksum");
        }
    }

    boolean isSha256() {
        return algorithm.equals(SHA_256);
    }

    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    boolean fits(byte[] digest) {
        return MessageDigest.isEqual(digest, expected);
    }
}
