package xundang.desktop.session;

import java.io.IOException;
import java.util.Optional;
import xundang.desktop.platform.files.TwinFile;

/**
 * 32 random bytes that belong to this laptop and go into every wrapped key beside the password: who carries off the wrap file alone cannot
 * try passwords. The seam at which an operating system's keyring (DPAPI, Secret Service, TPM) can stand.
 */
public interface DeviceSecret {
    /**
     * The secret; empty if this laptop has none yet, or lost it. The caller wipes it. Throws {@link TwinFile.BothDamaged} if there is one
     * but not as it was written: that must never be taken for a wrong password.
     */
    Optional<byte[]> read() throws IOException;

    /** Keeps a new secret, durably. */
    void create(byte[] secret) throws IOException;

    /** Whether the operating system's keyring holds it; if not, the person is told that it lies on the disk (trust requirement S16). */
    boolean inKeyring();
}
