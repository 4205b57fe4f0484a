package xundang.desktop.platform.crypto;

/**
 * Seals values so that nobody without the key can read or change them. The seam at which another algorithm (SM4-GCM 国密) can stand beside
 * AES: a sealed value begins with its algorithm's name. Safe for use by several threads. Closing wipes the key.
 */
public interface Aead extends AutoCloseable {
    /**
     * Seals {@code plain}.
     *
     * @param context not stored; must be the same again for {@link #open}. It ties a value to its place, so that it cannot be moved
     */
    byte[] seal(byte[] context, byte[] plain);

    /** The plain value; throws {@link SealBroken} if key, context or a single bit is another. */
    byte[] open(byte[] context, byte[] sealed) throws SealBroken;

    @Override
    void close();
}
