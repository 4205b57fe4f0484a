package xundang.model.asset;

import java.util.Set;
import xundang.model.account.Role;

/**
 * One allowed step of the life cycle.
 *
 * @param roles who may take it
 * @param required what must accompany it
 */
public record Transition(LifecycleState from, LifecycleState to, Set<Role> roles, Set<Proof> required) {}
