package xundang.server.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings an op of an older shape to the current one, so that a laptop may be upgraded, or not, with a full outbox. Version by version; a
 * kind without a step between two versions has not changed between them.
 */
public final class Upcaster {
    private record From(String kind, int version) {}

    private final int current;
    private final Map<From, UpcastStep> steps = new HashMap<>();

    /**
     * @param current version of the op shapes that {@link OpApplier} understands, from 1
     * @param steps at most one for each kind and version below the current one
     */
    public Upcaster(int current, List<UpcastStep> steps) {
        this.current = current;
        for (UpcastStep step : steps) {
            if (step.from() < 1 || step.from() >= current) {
                throw new IllegalArgumentException("no version " + step.from() + " below " + current);
            }
            if (this.steps.put(new From(step.kind(), step.from()), step) != null) {
                throw new IllegalArgumentException("two steps for " + step.kind() + " from version " + step.from());
            }
        }
    }

    /** The shapes of this server. There is one version so far; a new one adds its steps here and raises the number. */
    public static Upcaster ofThisServer() {
        return new Upcaster(1, List.of());
    }

    /** The version that {@link #upcast} leads to. */
    int current() {
        return current;
    }

    /** The op in its current shape; {@code version} is at most the current one. */
    ObjectNode upcast(String kind, int version, ObjectNode op) {
        ObjectNode shape = op;
        for (int from = version; from < current; from++) {
            UpcastStep step = steps.get(new From(kind, from));
            if (step != null) {
                shape = step.apply(shape.deepCopy());
            }
        }
        return shape;
    }
}
