package xundang.server.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import xundang.server.platform.db.ServerDatabase;

/**
 * A secret outside the database that goes into every password hash (trust requirement S1): who steals the database, or a backup of it,
 * cannot even begin to guess passwords. Thread-safe.
 */
public final class Pepper {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String CHECK = "pepper_check";

    private final SecretKeySpec key;

    /** @param secret at least 128 bits, as text */
    public Pepper(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Whether passwords in this database were hashed with some pepper: then that one is needed. */
    public static boolean isExpectedBy(ServerDatabase database) {
        return database.read(tx -> new LedgerInfoDao().get(tx, CHECK)).isPresent();
    }

    /** Whether this is the pepper that the database was used with; the first one is taken for it from then on. */
    public boolean belongsTo(ServerDatabase database) {
        String own = HexFormat.of().formatHex(mixed(CHECK));
        return database.inTransaction(tx -> {
            LedgerInfoDao info = new LedgerInfoDao();
            if (info.get(tx, CHECK).isEmpty()) {
                info.put(tx, CHECK, own);
            }
            return info.get(tx, CHECK).filter(own::equals).isPresent();
        });
    }

    /** What is hashed in place of the password. */
    byte[] mixed(String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
