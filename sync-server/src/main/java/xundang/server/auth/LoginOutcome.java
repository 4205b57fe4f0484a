package xundang.server.auth;

/** How an attempt to prove an account ended. Wrong name and wrong password are the same outcome on purpose. */
public sealed interface LoginOutcome {
    /** Proved. */
    record Proved(Account account) implements LoginOutcome {}

    /** Name or password do not fit, or the account is disabled. */
    record Wrong() implements LoginOutcome {}

    /** Too many failures under this name; no password is looked at for a while. */
    record Locked() implements LoginOutcome {}
}
