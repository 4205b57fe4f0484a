package xundang.server.ledger;

import java.util.Optional;
import xundang.model.sync.Op;

/**
 * Brings an op of an older shape to the current one, so that a laptop may be upgraded, or not, with a full outbox. There is one shape so
 * far; a new one adds a step here and raises {@link #CURRENT}.
 */
final class Upcaster {
    /** Version of the op shapes that {@link OpApplier} understands. */
    static final int CURRENT = 1;

    /** The op in its current shape; empty when it is newer than this server. */
    Optional<Op> upcast(Op op) {
        return op.v() >= 1 && op.v() <= CURRENT ? Optional.of(op) : Optional.empty();
    }
}
