package xundang.server.ledger;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.model.account.Role;
import xundang.model.asset.LifecycleRules;
import xundang.model.asset.LifecycleState;
import xundang.model.asset.Proof;
import xundang.model.asset.TransitionOutcome;
import xundang.model.sync.FieldChange;
import xundang.model.sync.Op;
import xundang.model.sync.RecordType;

/**
 * Holds changes of an object's {@code state} to the life cycle (domain specification, section 3). The step and the role are checked; what
 * must accompany a step (photos, a signature) travels as records of its own and cannot be seen here.
 */
final class StateSteps {
    static final String FIELD = "state";

    private StateSteps() {}

    /**
     * Checks a step as its author saw it, from the old value in the op. Throws {@link OpRefusal}: there is no such step, or it is not for
     * that role. An object without a state may be given any by the asset manager.
     */
    static void checkAlone(Op op, Author author) {
        FieldChange change = op.set().get(FIELD);
        if (!op.recType().equals(RecordType.ASSET) || change == null) {
            return;
        }
        LifecycleState to = state(change.to()).orElseThrow(() -> OpRefusal.invalid("不认识的设备状态。"));
        Optional<LifecycleState> from = state(change.from());
        if (from.isEmpty()) {
            if (!author.system() && author.role() != Role.ASSET_MANAGER) {
                throw OpRefusal.notAllowed();
            }
            return;
        }
        if (from.get() == to) {
            return;
        }
        TransitionOutcome outcome = LifecycleRules.check(from.get(), to, author.role(), EnumSet.allOf(Proof.class));
        if (outcome instanceof TransitionOutcome.RoleNotAllowed && !author.system()) {
            throw OpRefusal.notAllowed(reason(outcome));
        }
        if (outcome instanceof TransitionOutcome.NoSuchTransition || outcome instanceof TransitionOutcome.Final) {
            throw OpRefusal.invalid(reason(outcome));
        }
    }

    /** Why the ledger's present state cannot become the wanted one, whoever asks; empty when it can. */
    static Optional<String> obstacle(@Nullable JsonNode present, @Nullable JsonNode wanted) {
        Optional<LifecycleState> from = state(present);
        Optional<LifecycleState> to = state(wanted);
        if (to.isEmpty()) {
            return Optional.of("不认识的设备状态。");
        }
        if (from.isEmpty() || from.equals(to)) {
            return Optional.empty();
        }
        // The role does not matter here: any role whose step it is will do.
        TransitionOutcome outcome =
                LifecycleRules.check(from.get(), to.get(), Role.ASSET_MANAGER, EnumSet.allOf(Proof.class));
        return outcome instanceof TransitionOutcome.RoleNotAllowed ? Optional.empty() : outcome.reason(Locale.CHINA);
    }

    private static Optional<LifecycleState> state(@Nullable JsonNode node) {
        return node != null && node.isString() ? LifecycleState.ofCode(node.stringValue()) : Optional.empty();
    }

    private static String reason(TransitionOutcome outcome) {
        return outcome.reason(Locale.CHINA).orElseThrow();
    }
}
