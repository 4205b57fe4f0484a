package xundang.model.round;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import xundang.model.inspection.PlanId;
import xundang.model.json.ModelJson;

/** A plan as the ledger holds it. */
public record RoundPlan(PlanId id, PlanBody body) {
    /**
     * From a plan record; empty when this program cannot compute with it: it is incomplete, or its rhythm is of a newer program. Such a plan is
     * left out, it does not stop the others.
     */
    public static Optional<RoundPlan> read(UUID id, Map<String, JsonNode> fields) {
        return body(fields).map(body -> new RoundPlan(new PlanId(id), body));
    }

    /** The fields as a plan, if they are complete and turns can be computed from them. */
    public static Optional<PlanBody> body(Map<String, JsonNode> fields) {
        if (Stream.of("name", "template_id", "rhythm", "starts_on", "purpose")
                .anyMatch(field -> isNothing(fields.get(field)))) {
            return Optional.empty();
        }
        try {
            PlanBody body = ModelJson.mapper()
                    .treeToValue(ModelJson.mapper().createObjectNode().setAll(fields), PlanBody.class);
            return Optional.of(body).filter(plan -> isWhole(plan.season()));
        } catch (JacksonException | IllegalArgumentException notAPlan) {
            return Optional.empty();
        }
    }

    /** Whether turns can be computed from the plan; {@link PlanCheck} says why not. */
    public boolean isComputable() {
        return PlanCheck.isComputable(body.rhythm());
    }

    @SuppressWarnings("NullAway") // JSON can leave any component out; that is what is checked here
    private static boolean isWhole(@Nullable Season season) {
        return season == null || (season.from() != null && season.to() != null);
    }

    private static boolean isNothing(@Nullable JsonNode node) {
        return node == null || node.isNull();
    }
}
