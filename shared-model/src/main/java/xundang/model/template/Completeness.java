package xundang.model.template;

import java.util.List;

/**
 * What a form still lacks before it can be submitted; both lists in the form's order.
 *
 * @param unanswered rows with neither a value nor a reason
 * @param withoutPhoto rows that lack a required picture
 */
public record Completeness(List<SlotId> unanswered, List<SlotId> withoutPhoto) {
    /** Whether it can be submitted. */
    public boolean isComplete() {
        return unanswered.isEmpty() && withoutPhoto.isEmpty();
    }
}
