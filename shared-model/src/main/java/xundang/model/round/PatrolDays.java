package xundang.model.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The daily rule of room patrols: at least 7 of the 8 slots of every day [003]. A day counts as the slots' own day, so that the slot at 00:00
 * belongs to the day that begins then, although its window opens before.
 *
 * @param done answered slots by day; every day with a planned slot is in
 */
public record PatrolDays(Map<LocalDate, Integer> done) {
    /** Least number of accepted patrols a day [003]. */
    public static final int LEAST = 7;

    /** Counts the slots of one room; states of other rhythms are passed over. */
    public static PatrolDays of(Collection<OccurrenceState> ofRoom) {
        Map<LocalDate, Integer> done = new TreeMap<>();
        for (OccurrenceState state : ofRoom) {
            Occurrence occurrence = state.occurrence();
            if (occurrence.plan().body().rhythm() instanceof Rhythm.Slots) {
                SlotNames.firstDay(occurrence.window().slot())
                        .ifPresent(day -> done.merge(day, state.standing() == Standing.DONE ? 1 : 0, Integer::sum));
            }
        }
        return new PatrolDays(done);
    }

    /** The days on which too few were walked. */
    public List<LocalDate> failing() {
        List<LocalDate> failing = new ArrayList<>();
        done.forEach((day, count) -> {
            if (count < LEAST) {
                failing.add(day);
            }
        });
        return failing;
    }

    /** Whether the rule holds on every day. */
    public boolean holds() {
        return failing().isEmpty();
    }
}
