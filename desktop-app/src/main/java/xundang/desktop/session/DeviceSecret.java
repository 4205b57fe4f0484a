package xundang.desktop.session;

import java.io.IOException;
import java.util.Optional;

/**
 * 32 random bytes that belong to this laptop and go into every wrapped key beside the password: who carries off the wrap file alone cannot
 * try passwords. The seam at which an operating system's keyring (DPAPI, Secret Service, TPM) can stand.
 */
public interface DeviceSecret {
    /** The secret; empty if this laptop has none yet, or lost it. The caller wipes it. */
    Optional<byte[]> read() throws IOException;

    /** Keeps a new secret, durably. */
    void create(byte[] secret) throws IOException;
}
