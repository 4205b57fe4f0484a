package xundang.model.round;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** A mark as the ledger holds it. */
public record RecordedMark(UUID id, OccurrenceMark mark) {
    /** The latest counts; of two at the same moment the greater id, so that everybody counts the same. */
    static final Comparator<RecordedMark> BY_TIME = Comparator.<RecordedMark, Instant>comparing(
                    recorded -> recorded.mark().made())
            .thenComparing(RecordedMark::id);
}
