package xundang.server.app;

/** The server cannot start, or a command cannot run; the message is Chinese and made for the operator. */
public final class StartupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartupException(String message) {
        super(message);
    }

    public StartupException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The text for the person. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
