package xundang.model.template;

import java.util.List;

/**
 * What a form still lacks before it can be submitted; all lists in the form's order.
 *
 * @param unanswered rows with neither a value nor a reason
 * @param withoutPhoto rows that lack a required picture
 * @param withoutNote rows whose answer needs a note that is not there
 */
public record Completeness(List<SlotId> unanswered, List<SlotId> withoutPhoto, List<SlotId> withoutNote) {
    /** Whether it can be submitted. */
    public boolean isComplete() {
        return unanswered.isEmpty() && withoutPhoto.isEmpty() && withoutNote.isEmpty();
    }
}
