package xundang.server.platform.digest;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes tokens, nonces and codes that a person can type. Thread-safe. */
public final class Secrets {
    /** Crockford's alphabet: no I, L, O, U, so that nothing is mistaken for a digit. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int TOKEN_BYTES = 32;
    private static final int NONCE_BYTES = 16;
    private static final int CODE_GROUPS = 3;
    private static final int GROUP_LENGTH = 4;

    private final SecureRandom random;

    public Secrets(SecureRandom random) {
        this.random = random;
    }

    /** 256 random bits, base64url. */
    public String token() {
        return bytes(TOKEN_BYTES);
    }

    /** 128 random bits, base64url. */
    public String nonce() {
        return bytes(NONCE_BYTES);
    }

    /** 60 random bits as {@code XXXX-XXXX-XXXX}. */
    public String code() {
        StringBuilder code = new StringBuilder();
        for (int group = 0; group < CODE_GROUPS; group++) {
            if (group > 0) {
                code.append('-');
            }
            for (int i = 0; i < GROUP_LENGTH; i++) {
                code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        }
        return code.toString();
    }

    /** Random salt of that many bytes. */
    public byte[] salt(int length) {
        byte[] salt = new byte[length];
        random.nextBytes(salt);
        return salt;
    }

    /** What a person typed, without dashes, blanks and look-alikes, so that it equals the code's own {@code canonicalCode}. */
    public static String canonicalCode(String typed) {
        return typed.toUpperCase(java.util.Locale.ROOT)
                .replaceAll("[\\s\\-－—]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private String bytes(int length) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(salt(length));
    }
}
