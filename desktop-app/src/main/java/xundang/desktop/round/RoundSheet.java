package xundang.desktop.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.InspectionFacts;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.round.store.RoundStore;
import xundang.model.asset.AssetId;
import xundang.model.round.Answer;
import xundang.model.round.BegunWork;
import xundang.model.round.Occurrence;
import xundang.model.round.OccurrenceState;
import xundang.model.round.RecordedMark;
import xundang.model.round.RoundFacts;
import xundang.model.round.Shares;
import xundang.model.round.Standings;

/**
 * Some occurrences and what happened to them. It is read once and then kept up to date by what changed; where each occurrence stands is worked
 * out for every moment anew, which takes milliseconds for thousands. Store thread only.
 */
final class RoundSheet {
    private final InspectionFacts inspections;
    private final RoundStore store;
    private List<Occurrence> occurrences = List.of();
    private Map<String, Instant> since = Map.of();
    private Instant earliest = Instant.MAX;
    private @Nullable Map<AssetId, List<Answer>> answers;
    private final Set<AssetId> stale = new HashSet<>();
    private List<Answer> all = List.of();
    private List<RecordedMark> marks = List.of();
    private Shares shares = new Shares(List.of());
    private boolean marksStale = true;

    RoundSheet(InspectionFacts inspections, RoundStore store) {
        this.inspections = inspections;
        this.store = store;
    }

    /** Other occurrences, because plans or objects changed. */
    void lay(List<Occurrence> now) {
        occurrences = List.copyOf(now);
        Map<String, Instant> opens = new HashMap<>();
        Instant first = Instant.MAX;
        for (Occurrence occurrence : occurrences) {
            Instant opening = occurrence.window().opens();
            opens.merge(
                    occurrence.plan().body().templateId(), opening, (one, other) -> one.isBefore(other) ? one : other);
            first = opening.isBefore(first) ? opening : first;
        }
        if (!opens.equals(since)) {
            since = opens;
            answers = null;
        }
        if (!first.equals(earliest)) {
            earliest = first;
            marksStale = true;
        }
    }

    /** Inspections of these objects changed. */
    void inspected(Collection<AssetId> assets) {
        stale.addAll(assets);
    }

    /** Any inspections may have changed. */
    void forgetInspections() {
        answers = null;
    }

    /** Marks or shares changed. */
    void marked() {
        marksStale = true;
    }

    /** Where each occurrence stands, in their order. */
    List<OccurrenceState> states(Tx tx, Collection<BegunWork> begun, Instant now) {
        update(tx);
        return Standings.of(occurrences, new RoundFacts(all, begun, marks), now);
    }

    /** Who has taken what. */
    Shares shares(Tx tx) {
        update(tx);
        return shares;
    }

    private void update(Tx tx) {
        if (answers == null) {
            Map<AssetId, List<Answer>> found = new HashMap<>();
            inspections
                    .submitted(tx, since)
                    .forEach(answer -> found.computeIfAbsent(answer.asset(), key -> new ArrayList<>())
                            .add(answer));
            answers = found;
            flatten(found);
        } else if (!stale.isEmpty()) {
            for (AssetId asset : stale) {
                answers.put(asset, inspections.submitted(tx, asset, earliest));
            }
            flatten(answers);
        }
        stale.clear();
        if (marksStale && !occurrences.isEmpty()) {
            marks = store.marks(tx, earliest);
            shares = new Shares(store.shares(tx, earliest));
        }
        marksStale = false;
    }

    private void flatten(Map<AssetId, List<Answer>> byAsset) {
        all = byAsset.values().stream().flatMap(List::stream).toList();
    }
}
