package xundang.server.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import xundang.server.platform.digest.Secrets;

/**
 * Argon2id over the password mixed with the {@link Pepper} (trust requirement S1); hashes from before the pepper still fit. The algorithm and its cost stand beside every hash, so that both can be changed later. Thread-safe; at
 * most {@link #AT_ONCE} hashes are computed at a time, because each takes the memory that its cost names.
 */
public final class PasswordHasher {
    /** Default cost: 64 MiB, three passes, one lane. */
    public static final Cost STRONG = new Cost(64 * 1024, 3, 1);

    private static final String WITH_PEPPER = "argon2id+hmac";
    private static final int AT_ONCE = 2;
    private static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 32;

    /** What one hash costs. */
    public record Cost(int memoryKib, int passes, int lanes) {}

    private final Cost cost;
    private final Secrets secrets;
    private final Pepper pepper;
    private final Semaphore permits = new Semaphore(AT_ONCE, true);

    public PasswordHasher(Cost cost, Secrets secrets, Pepper pepper) {
        this.cost = cost;
        this.secrets = secrets;
        this.pepper = pepper;
    }

    /** The text to be stored. */
    String hash(String password) {
        byte[] salt = secrets.salt(SALT_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return WITH_PEPPER + "$v=19$m=" + cost.memoryKib() + ",t=" + cost.passes() + ",p=" + cost.lanes() + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(tag(pepper.mixed(password), salt, cost));
    }

    /** Whether the password fits the stored text. */
    boolean matches(String password, String stored) {
        String[] parts = stored.split("\\$", -1);
        byte[] expected = Base64.getDecoder().decode(parts[4]);
        byte[] input =
                parts[0].equals(WITH_PEPPER) ? pepper.mixed(password) : password.getBytes(StandardCharsets.UTF_8);
        byte[] actual = tag(input, Base64.getDecoder().decode(parts[3]), costOf(parts[2]));
        return MessageDigest.isEqual(expected, actual);
    }

    /** Whether the stored text was made without the pepper or with another cost than today's. */
    boolean outdated(String stored) {
        String[] parts = stored.split("\\$", -1);
        return !parts[0].equals(WITH_PEPPER) || !costOf(parts[2]).equals(cost);
    }

    /** The same work as for a real account, for a name that does not exist. */
    void pretend(String password) {
        tag(pepper.mixed(password), new byte[SALT_BYTES], cost);
    }

    private byte[] tag(byte[] input, byte[] salt, Cost at) {
        permits.acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(at.memoryKib())
                    .withIterations(at.passes())
                    .withParallelism(at.lanes())
                    .withSalt(salt)
                    .build());
            byte[] tag = new byte[TAG_BYTES];
            generator.generateBytes(input, tag);
            return tag;
        } finally {
            Arrays.fill(input, (byte) 0);
            permits.release();
        }
    }

    private static Cost costOf(String text) {
        String[] parts = text.split(",", -1);
        return new Cost(number(parts[0]), number(parts[1]), number(parts[2]));
    }

    private static int number(String assignment) {
        return Integer.parseInt(assignment.substring(assignment.indexOf('=') + 1));
    }
}
