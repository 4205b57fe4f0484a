package xundang.desktop.session;

import xundang.desktop.session.Sessions.Enrolment;

/** Gives further people a key to the ledger that is open, or the same person a new enrolment. */
public interface Colleagues {
    /** What the server answered. */
    sealed interface Asked {
        /** Enrolled by the server; not yet on this laptop. */
        record Granted(Enrolled enrolled) implements Asked {}

        record Failed(EnrolOutcome outcome) implements Asked {}
    }

    /** Asks the server. Network thread. The password stays: {@link #admit} needs it; it is wiped when the server refuses. */
    Asked ask(Enrolment enrolment, char[] password);

    /** Keeps the enrolment and wraps the ledger's key for the person. Store thread. The password is wiped. */
    EnrolOutcome admit(LedgerHandle open, Asked.Granted granted, char[] password);
}
