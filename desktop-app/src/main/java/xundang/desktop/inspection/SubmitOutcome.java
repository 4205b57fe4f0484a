package xundang.desktop.inspection;

import java.util.List;
import xundang.model.inspection.InspectionId;
import xundang.model.template.SlotId;

/** How a submission ended. */
public sealed interface SubmitOutcome {
    /** Frozen, durable here, queued for the server. */
    record Submitted(InspectionId id) implements SubmitOutcome {}

    /**
     * Not submitted: these slots have neither value nor reason, lack a required picture, or hold an answer that says too little without a
     * note. In the form's order.
     */
    record Incomplete(List<SlotId> unanswered, List<SlotId> withoutPhoto, List<SlotId> withoutNote)
            implements SubmitOutcome {
        /** Whether the slot is one of them. */
        public boolean names(SlotId slot) {
            return unanswered.contains(slot) || withoutPhoto.contains(slot) || withoutNote.contains(slot);
        }
    }

    /**
     * Not submitted, still a draft: the server takes no push of that size. Pictures do not count, they travel by themselves.
     *
     * @param bytes what the form would need
     * @param most what it may need
     */
    record TooLarge(long bytes, long most) implements SubmitOutcome {}
}
