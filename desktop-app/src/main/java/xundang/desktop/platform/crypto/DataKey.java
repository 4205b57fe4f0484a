package xundang.desktop.platform.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The random 256-bit key of one local ledger (DEK). Everything stored is sealed with keys derived from it. Closing wipes it; afterwards
 * every use throws.
 */
public final class DataKey implements AutoCloseable {
    /** Bytes of the key. */
    public static final int LENGTH = 32;

    private final byte[] key;
    private final SecureRandom random;
    private boolean wiped;

    /** Takes the bytes over; they are wiped on {@link #close}. */
    public DataKey(byte[] key, SecureRandom random) {
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("a data key has 32 bytes");
        }
        this.key = key;
        this.random = random;
    }

    /** A new key for a new ledger. */
    public static DataKey fresh(SecureRandom random) {
        byte[] key = new byte[LENGTH];
        random.nextBytes(key);
        return new DataKey(key, random);
    }

    /** A sealer with a key of its own. */
    public synchronized Aead sealer(String purpose) {
        return new AesGcm(derive(purpose), random);
    }

    /** 64 hex digits derived for a purpose: a database's file password. The caller wipes them. */
    public synchronized char[] password(String purpose) {
        byte[] derived = derive(purpose);
        char[] hex = new char[derived.length * 2];
        for (int i = 0; i < derived.length; i++) {
            hex[2 * i] = HexFormat.of().toHighHexDigit(derived[i]);
            hex[2 * i + 1] = HexFormat.of().toLowHexDigit(derived[i]);
        }
        Arrays.fill(derived, (byte) 0);
        return hex;
    }

    /** Seals this key itself under another key. */
    public synchronized byte[] wrap(Aead under, byte[] context) {
        requireAlive();
        return under.seal(context, key);
    }

    private byte[] derive(String purpose) {
        requireAlive();
        return Hkdf.derive(key, purpose, LENGTH);
    }

    private void requireAlive() {
        if (wiped) {
            throw new IllegalStateException("the ledger's key was wiped");
        }
    }

    @Override
    public synchronized void close() {
        Arrays.fill(key, (byte) 0);
        wiped = true;
    }
}
