package xundang.model.round;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import xundang.model.asset.AssetId;
import xundang.model.text.Share;

/**
 * How far a set of occurrences is (进度): one round, one room, one person or one period. The numbers of one of each kind add up to
 * {@code planned}.
 *
 * @param planned all of them (应检)
 * @param done answered, late ones included (已检)
 * @param late answered after their time (补检), also in {@code done}
 * @param missed over for ever (漏检)
 * @param overdue over, but can still be made up (逾期)
 * @param skipped left out with a reason (跳过)
 * @param open not over yet, whatever was begun or put off
 * @param objectsDue distinct objects among them
 * @param objectsDone distinct objects with at least one that was answered
 */
public record Progress(
        int planned,
        int done,
        int late,
        int missed,
        int overdue,
        int skipped,
        int open,
        int objectsDue,
        int objectsDone) {

    /** Counts the states. */
    public static Progress of(Collection<OccurrenceState> states) {
        Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
        int late = 0;
        Set<AssetId> due = new HashSet<>();
        Set<AssetId> answered = new HashSet<>();
        for (OccurrenceState state : states) {
            counts.merge(state.standing(), 1, Integer::sum);
            AssetId asset = state.occurrence().asset().id();
            due.add(asset);
            if (state.standing() == Standing.DONE) {
                answered.add(asset);
                late += state.late() ? 1 : 0;
            }
        }
        int done = counts.getOrDefault(Standing.DONE, 0);
        int missed = counts.getOrDefault(Standing.MISSED, 0);
        int overdue = counts.getOrDefault(Standing.OVERDUE, 0);
        int skipped = counts.getOrDefault(Standing.SKIPPED, 0);
        int open = states.size() - done - missed - overdue - skipped;
        return new Progress(states.size(), done, late, missed, overdue, skipped, open, due.size(), answered.size());
    }

    /** The same for each round, room, person or day, in the order in which they first appear. */
    public static <K> Map<K, Progress> by(Collection<OccurrenceState> states, Function<OccurrenceState, K> key) {
        Map<K, List<OccurrenceState>> groups = new LinkedHashMap<>();
        states.forEach(state -> groups.computeIfAbsent(key.apply(state), ignored -> new ArrayList<>())
                .add(state));
        Map<K, Progress> all = new LinkedHashMap<>();
        groups.forEach((group, members) -> all.put(group, of(members)));
        return all;
    }

    /** 完成率: done of planned. */
    public Share completion() {
        return new Share(done, planned);
    }

    /** 覆盖率: distinct objects in service that were inspected, of those that were due; the limit is 95 % or more [003]. */
    public Share coverage() {
        return new Share(objectsDone, objectsDue);
    }
}
