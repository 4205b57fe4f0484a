package xundang.desktop.session;

import org.jspecify.annotations.Nullable;

/** How an enrolment ended. */
public sealed interface EnrolOutcome {
    /** Enrolled and open. */
    record Opened(LedgerHandle ledger) implements EnrolOutcome {}

    /** The server said no. */
    record Refused(Reason reason) implements EnrolOutcome {}

    /** No answer from that address. */
    record Unreachable(@Nullable String detail) implements EnrolOutcome {}

    /** The data folder cannot be written. */
    record FolderNotWritable(String folder) implements EnrolOutcome {}

    /** Another running instance holds the data folder. */
    record InUse(String holder) implements EnrolOutcome {}

    /** Why the server refused. */
    enum Reason {
        WRONG_ACCOUNT_OR_PASSWORD,
        CODE_UNKNOWN,
        CODE_EXPIRED,
        CODE_USED,
        LOCKED,
        PLAIN_HTTP_NOT_ALLOWED,
        OTHER
    }
}
