package xundang.model.asset;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import xundang.model.account.Role;
import xundang.model.text.ModelText;

/** Whether an object may change from one state to another. */
public sealed interface TransitionOutcome {
    /** It may. */
    record Allowed(Transition transition) implements TransitionOutcome {}

    /** The life cycle has no such step. */
    record NoSuchTransition(LifecycleState from, LifecycleState to) implements TransitionOutcome {}

    /** Nothing follows {@code scrapped}. */
    record Final() implements TransitionOutcome {}

    /** The step exists, but for other roles. */
    record RoleNotAllowed(Set<Role> needed) implements TransitionOutcome {}

    /** The step exists for the role, but something is missing. */
    record ProofMissing(Set<Proof> missing) implements TransitionOutcome {}

    /** Why not, in words; empty when allowed. */
    default Optional<String> reason(Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        return switch (this) {
            case Allowed allowed -> Optional.empty();
            case Final end -> Optional.of(ModelText.of("lifecycle.final").in(locale));
            case NoSuchTransition step ->
                Optional.of(ModelText.of(
                                "lifecycle.no_such_transition",
                                english
                                        ? step.from().label().en()
                                        : step.from().label().zh(),
                                english
                                        ? step.to().label().en()
                                        : step.to().label().zh())
                        .in(locale));
            case RoleNotAllowed refused ->
                Optional.of(ModelText.of("lifecycle.role_not_allowed", words("role.", refused.needed(), locale))
                        .in(locale));
            case ProofMissing refused ->
                Optional.of(ModelText.of("lifecycle.proof_missing", words("proof.", refused.missing(), locale))
                        .in(locale));
        };
    }

    private static String words(String prefix, Set<? extends Enum<?>> values, Locale locale) {
        return values.stream()
                .map(value -> ModelText.of(prefix + value.name().toLowerCase(Locale.ROOT))
                        .in(locale))
                .sorted()
                .collect(Collectors.joining(locale.getLanguage().equals("en") ? ", " : "、"));
    }
}
