package xundang.desktop.platform.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM. Form of a sealed value: length of the algorithm's name (1 byte), the name, nonce (12), ciphertext with tag (16).
 *
 * <p>Nonces are random: one key may seal 2^32 values before a repeat becomes a concern (NIST SP 800-38D, 8.3); a laptop stays far below.
 */
public final class AesGcm implements Aead {
    /** The name that stands before each value. */
    public static final String NAME = "AES-256-GCM";

    private static final byte[] NAME_BYTES = NAME.getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int HEAD = 1 + NAME_BYTES.length + NONCE;

    private final byte[] key;
    private final SecureRandom random;

    /** Takes the 32 key bytes over: they are wiped on {@link #close}. */
    public AesGcm(byte[] key, SecureRandom random) {
        if (key.length != 32) {
            throw new IllegalArgumentException("AES-256 needs 32 key bytes");
        }
        this.key = key;
        this.random = random;
    }

    @Override
    public byte[] seal(byte[] context, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, context);
            byte[] out = new byte[HEAD + plain.length + TAG];
            ByteBuffer.wrap(out).put((byte) NAME_BYTES.length).put(NAME_BYTES).put(nonce);
            cipher.doFinal(plain, 0, plain.length, out, HEAD);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not usable in this Java runtime", e);
        }
    }

    @Override
    public byte[] open(byte[] context, byte[] sealed) throws SealBroken {
        if (sealed.length < HEAD + TAG
                || sealed[0] != NAME_BYTES.length
                || !Arrays.equals(sealed, 1, 1 + NAME_BYTES.length, NAME_BYTES, 0, NAME_BYTES.length)) {
            throw new SealBroken("not sealed with " + NAME);
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1 + NAME_BYTES.length, HEAD);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(sealed, HEAD, sealed.length - HEAD);
        } catch (AEADBadTagException e) {
            throw new SealBroken("seal broken", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not usable in this Java runtime", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(context);
        return cipher;
    }

    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
    }
}
