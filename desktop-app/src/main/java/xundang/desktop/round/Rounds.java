package xundang.desktop.round;

import java.time.OffsetDateTime;
import java.util.List;
import xundang.model.round.OccurrenceKey;
import xundang.model.round.Period;
import xundang.model.text.ModelText;

/** The rounds of this ledger. Blocking; on the store thread only. What changes something returns only when it would survive a power cut. */
public interface Rounds {
    /** Today, as it stands now. */
    TodayList today();

    /** Leaves an inspection out, with the reason. */
    MarkOutcome skip(OccurrenceKey item, String reason);

    /**
     * Does it later.
     *
     * @param until by when, by the corrected clock
     */
    MarkOutcome postpone(OccurrenceKey item, String reason, OffsetDateTime until);

    /** Takes a skip or postponement back; the record of it stays. */
    MarkOutcome takeBack(OccurrenceKey item);

    /**
     * Says to everybody that this person does these items' parts of their rounds, each with all of its room; or gives them back. Parts
     * of objects that belong to no site cannot be taken and are passed over.
     */
    void share(List<OccurrenceKey> items, boolean take);

    /** How far the rounds of some days are. */
    RoundProgress progress(Period period);

    /** What became of a skip, a postponement or their taking back. */
    sealed interface MarkOutcome {
        /** It is durable and on its way. */
        record Marked() implements MarkOutcome {}

        /** The rules do not allow it; why in words. */
        record Refused(ModelText why) implements MarkOutcome {}

        /** There is no such inspection any more, or somebody has done it, or there is nothing to take back. */
        record Gone() implements MarkOutcome {}
    }
}
