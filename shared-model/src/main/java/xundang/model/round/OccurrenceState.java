package xundang.model.round;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an occurrence stands.
 *
 * @param late done, but made up after its time
 * @param answer the inspection that counts; present exactly when done
 * @param others further inspections of the same occurrence, all kept: in order of submission
 * @param mark the mark that is in force, whether or not it decides the standing
 * @param begun the draft; present exactly when started
 */
public record OccurrenceState(
        Occurrence occurrence,
        Standing standing,
        boolean late,
        @Nullable Answer answer,
        List<Answer> others,
        @Nullable RecordedMark mark,
        @Nullable BegunWork begun) {}
