package xundang.desktop.inspection;

import java.util.List;
import xundang.model.inspection.InspectionId;
import xundang.model.template.SlotId;

/** How a submission ended. */
public sealed interface SubmitOutcome {
    /** Frozen, durable here, queued for the server. */
    record Submitted(InspectionId id) implements SubmitOutcome {}

    /** Not submitted: these slots have neither value nor reason, or lack a required picture. In the form's order. */
    record Incomplete(List<SlotId> unanswered, List<SlotId> withoutPhoto) implements SubmitOutcome {}
}
