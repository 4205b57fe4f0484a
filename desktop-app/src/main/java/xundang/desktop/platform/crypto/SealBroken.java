package xundang.desktop.platform.crypto;

import java.security.GeneralSecurityException;

/** A sealed value does not open: another key, another context, or damage. Which one cannot be told. */
public final class SealBroken extends GeneralSecurityException {
    private static final long serialVersionUID = 1L;

    public SealBroken(String message) {
        super(message);
    }

    public SealBroken(String message, Throwable cause) {
        super(message, cause);
    }
}
