package xundang.desktop.sync.sim;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import xundang.desktop.sync.sim.Violation.Invariant;

/** Names a fault of the protocol's list (section 3) and the invariants that it must not break. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Keeps {
    /** Number in the list. */
    int fault();

    Invariant[] value();
}
