package xundang.server.auth;

/** An account, code or device cannot be made or found as asked; the message is Chinese and made for the administrator. */
public final class AccountRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AccountRefusal(String message) {
        super(message, null, false, false);
    }

    /** The text for the person. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
