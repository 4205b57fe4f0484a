package xundang.desktop.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/** HKDF-SHA256 (RFC 5869): one secret, a key of its own for each purpose. */
public final class Hkdf {
    private Hkdf() {}

    /**
     * Derives a key.
     *
     * @param secret input keying material; left as it is
     * @param purpose what the key is for; another purpose gives an unrelated key
     * @param length bytes, at most 8160
     */
    public static byte[] derive(byte[] secret, String purpose, int length) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(secret)
                            .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF-SHA256 is not usable in this Java runtime", e);
        }
    }
}
