package xundang.desktop.sync.sim;

/** An invariant of the protocol (section 3) does not hold. */
public final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The invariants, with the sentence that stands in the protocol. */
    public enum Invariant {
        A("no acknowledged op lost"),
        B("applied once, as it was made"),
        C("all converge"),
        D("every op ends visible"),
        E("feed skips nothing"),
        F("groups atomic"),
        G("outbox drains when it can"),
        H("stored means that the bytes are right"),
        I("nothing outside scope"),
        J("unsent work never erased"),
        K("unknown fields survive");

        private final String sentence;

        Invariant(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Invariant invariant;

    Violation(Invariant invariant, String what) {
        super(invariant + " (" + invariant.sentence + "): " + what, null, false, true);
        this.invariant = invariant;
    }

    Invariant invariant() {
        return invariant;
    }

    /** Throws unless it holds. */
    static void unless(boolean holds, Invariant invariant, java.util.function.Supplier<String> what) {
        if (!holds) {
            throw new Violation(invariant, what.get());
        }
    }
}
