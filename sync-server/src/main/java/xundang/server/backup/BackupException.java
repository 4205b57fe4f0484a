package xundang.server.backup;

/** A backup or its restoration could not be completed; the message is Chinese and made for the operator. */
public final class BackupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BackupException(String message) {
        super(message);
    }

    public BackupException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The text for the person. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
