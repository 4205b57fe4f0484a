package xundang.model.round;

import java.util.Collection;
import java.util.List;

/**
 * What happened, in any order.
 *
 * @param answers submitted inspections
 * @param begun drafts of this laptop; none on the server
 * @param marks what was left out or put off
 */
public record RoundFacts(Collection<Answer> answers, Collection<BegunWork> begun, Collection<RecordedMark> marks) {
    /** Nothing happened. */
    public static final RoundFacts NONE = new RoundFacts(List.of(), List.of(), List.of());

    /** Submitted inspections only. */
    public static RoundFacts ofAnswers(Collection<Answer> answers) {
        return new RoundFacts(answers, List.of(), List.of());
    }
}
