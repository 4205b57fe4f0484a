package xundang.desktop.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server refused the enrolment, or did not answer. */
public final class EnrolmentFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final EnrolOutcome.@Nullable Reason reason;

    private EnrolmentFailed(EnrolOutcome.@Nullable Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** The server answered no. */
    public static EnrolmentFailed refused(EnrolOutcome.Reason reason) {
        return new EnrolmentFailed(reason, "enrolment refused: " + reason, null);
    }

    /** No usable answer from that address. */
    public static EnrolmentFailed unreachable(String detail, @Nullable Throwable cause) {
        return new EnrolmentFailed(null, detail, cause);
    }

    /** Why the server refused; empty if it was not reached. */
    public Optional<EnrolOutcome.Reason> reason() {
        return Optional.ofNullable(reason);
    }
}
