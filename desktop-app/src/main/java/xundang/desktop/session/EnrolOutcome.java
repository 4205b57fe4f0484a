package xundang.desktop.session;

import org.jspecify.annotations.Nullable;

/** How an enrolment ended. */
public sealed interface EnrolOutcome {
    /** Enrolled and open. */
    record Opened(LedgerHandle ledger) implements EnrolOutcome {}

    /**
     * A person was given a key to the ledger that is open.
     *
     * @param self the one who is working here was enrolled anew; it takes effect with the next log-in
     */
    record Joined(String name, boolean self) implements EnrolOutcome {}

    /** The server said no, or this laptop did before asking. */
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
        /** The folder has a ledger already; who is enrolled has to open it first. */
        LEDGER_IS_CLOSED,
        /** The account belongs to another ledger than the one that is open. */
        OTHER_LEDGER,
        OTHER
    }
}
