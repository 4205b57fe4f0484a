package xundang.desktop.sync.sim;

import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.desktop.sync.sim.Violation.Invariant;

/** Compares the fields of two copies of a record. */
final class Differences {
    /** Names of fields that no program of the fleet knows begin so. */
    static final String UNKNOWN = "x_";

    private Differences() {}

    /** A difference in a field that the laptops do not know is always a matter of K. */
    static void none(
            Map<String, JsonNode> expected,
            @Nullable Map<String, JsonNode> actual,
            Invariant invariant,
            Supplier<String> what) {
        Map<String, JsonNode> there = actual == null ? Map.of() : actual;
        TreeSet<String> names = new TreeSet<>(expected.keySet());
        names.addAll(there.keySet());
        for (String name : names) {
            Violation.unless(
                    LedgerModel.same(expected.get(name), there.get(name)),
                    name.startsWith(UNKNOWN) ? Invariant.K : invariant,
                    () -> what.get() + ": " + name + " is " + there.get(name) + ", should be " + expected.get(name));
        }
    }
}
