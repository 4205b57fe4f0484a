package xundang.model.asset;

import static xundang.model.account.Role.ASSET_MANAGER;
import static xundang.model.account.Role.INSPECTOR;
import static xundang.model.asset.LifecycleState.DRAFT;
import static xundang.model.asset.LifecycleState.FAULTY;
import static xundang.model.asset.LifecycleState.IN_SERVICE;
import static xundang.model.asset.LifecycleState.IN_STOCK;
import static xundang.model.asset.LifecycleState.IN_TRANSIT;
import static xundang.model.asset.LifecycleState.MISSING;
import static xundang.model.asset.LifecycleState.REGISTERED;
import static xundang.model.asset.LifecycleState.REMOVED;
import static xundang.model.asset.LifecycleState.RETIRED;
import static xundang.model.asset.LifecycleState.SCRAPPED;
import static xundang.model.asset.LifecycleState.STANDBY;
import static xundang.model.asset.LifecycleState.UNDER_REPAIR;
import static xundang.model.asset.LifecycleState.WRITTEN_OFF;
import static xundang.model.asset.Proof.EVIDENCE;
import static xundang.model.asset.Proof.REASON;
import static xundang.model.asset.Proof.RECEIVER_SIGNATURE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import xundang.model.account.Role;

/**
 * The life cycle of an object, whole; domain specification, section 3 "Lifecycle".
 *
 * <p>Who may do what is the specification's where it says so (registration, retirement, scrapping and missing: asset manager with
 * evidence; faulty and under repair: inspector; removed and in transit: inspector with the receiver's signature). The rest follows the
 * same division: the inspector reports what happens to a device, the asset manager answers for the ledger.
 */
public final class LifecycleRules {
    /** States from which a spot check may find an object missing: registered and not yet ended. */
    private static final List<LifecycleState> ACTIVE =
            List.of(REGISTERED, IN_STOCK, IN_SERVICE, FAULTY, UNDER_REPAIR, STANDBY, REMOVED, IN_TRANSIT);

    private static final List<Transition> TABLE = table();

    private LifecycleRules() {}

    /** Every allowed step. */
    public static List<Transition> transitions() {
        return TABLE;
    }

    /** Whether someone in that role may take the step with what is at hand. */
    public static TransitionOutcome check(LifecycleState from, LifecycleState to, Role role, Collection<Proof> given) {
        if (from == SCRAPPED) {
            return new TransitionOutcome.Final();
        }
        for (Transition step : TABLE) {
            if (step.from() == from && step.to() == to) {
                return check(step, role, given);
            }
        }
        return new TransitionOutcome.NoSuchTransition(from, to);
    }

    private static TransitionOutcome check(Transition step, Role role, Collection<Proof> given) {
        if (!step.roles().contains(role)) {
            return new TransitionOutcome.RoleNotAllowed(step.roles());
        }
        Set<Proof> missing = EnumSet.noneOf(Proof.class);
        missing.addAll(step.required());
        missing.removeAll(given);
        return missing.isEmpty()
                ? new TransitionOutcome.Allowed(step)
                : new TransitionOutcome.ProofMissing(Set.copyOf(missing));
    }

    private static List<Transition> table() {
        List<Transition> steps = new ArrayList<>();
        steps.add(step(DRAFT, REGISTERED, ASSET_MANAGER, EVIDENCE));
        steps.add(step(REGISTERED, IN_STOCK, ASSET_MANAGER));
        steps.add(step(REGISTERED, IN_SERVICE, ASSET_MANAGER));
        steps.add(step(IN_SERVICE, FAULTY, INSPECTOR, REASON));
        steps.add(step(FAULTY, IN_SERVICE, INSPECTOR, REASON));
        steps.add(step(FAULTY, UNDER_REPAIR, INSPECTOR));
        steps.add(step(UNDER_REPAIR, IN_SERVICE, INSPECTOR, EVIDENCE));
        steps.add(step(IN_SERVICE, STANDBY, ASSET_MANAGER, REASON));
        steps.add(step(IN_SERVICE, REMOVED, INSPECTOR, RECEIVER_SIGNATURE));
        steps.add(step(STANDBY, REMOVED, INSPECTOR, RECEIVER_SIGNATURE));
        steps.add(step(REMOVED, IN_TRANSIT, INSPECTOR, RECEIVER_SIGNATURE));
        steps.add(step(IN_TRANSIT, IN_STOCK, ASSET_MANAGER));
        ACTIVE.forEach(from -> steps.add(step(from, MISSING, ASSET_MANAGER, EVIDENCE)));
        steps.add(step(MISSING, IN_SERVICE, ASSET_MANAGER, EVIDENCE));
        steps.add(step(MISSING, WRITTEN_OFF, ASSET_MANAGER, EVIDENCE));
        steps.add(step(IN_STOCK, RETIRED, ASSET_MANAGER, EVIDENCE));
        steps.add(step(REMOVED, RETIRED, ASSET_MANAGER, EVIDENCE));
        steps.add(step(RETIRED, SCRAPPED, ASSET_MANAGER, EVIDENCE));
        return List.copyOf(steps);
    }

    private static Transition step(LifecycleState from, LifecycleState to, Role role, Proof... required) {
        return new Transition(from, to, Set.of(role), Set.of(required));
    }
}
