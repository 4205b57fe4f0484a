package xundang.desktop.round;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xundang.desktop.asset.Assets;
import xundang.desktop.asset.PlacedAsset;
import xundang.desktop.inspection.InspectionFacts;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.round.store.RoundStore;
import xundang.desktop.sync.Records;
import xundang.model.asset.AssetId;
import xundang.model.round.BegunWork;
import xundang.model.round.Occurrence;
import xundang.model.round.OccurrenceState;
import xundang.model.round.Occurrences;
import xundang.model.round.Period;
import xundang.model.round.PlannedAsset;
import xundang.model.round.RecordedMark;
import xundang.model.round.Shares;

/**
 * The rounds as this laptop has them, kept between two questions: plans, objects in walking order, and a few periods with what happened in
 * them. Every question first takes in what changed since the last one. Store thread only.
 */
final class RoundBook {
    private static final int MOST_SHEETS = 4;

    private final Assets assets;
    private final InspectionFacts inspections;
    private final Records records;
    private final RoundRecords changes;
    private final RoundStore store;
    private final Map<AssetId, PlacedAsset> placed = new HashMap<>();
    private List<PlacedAsset> walk = List.of();
    private @Nullable PlanBook plans;
    private Occurrences occurrences = new Occurrences(List.of());
    private final Map<Wanted, RoundSheet> sheets = new LinkedHashMap<>();

    RoundBook(Assets assets, InspectionFacts inspections, Records records, RoundRecords changes, RoundStore store) {
        this.assets = assets;
        this.inspections = inspections;
        this.records = records;
        this.changes = changes;
        this.store = store;
    }

    /**
     * Which occurrences.
     *
     * @param due those that are due in the period; otherwise those that can be done in it
     */
    private record Wanted(Period period, boolean due) {}

    /** What can be done or made up within the period, and who has taken what, in walking order. */
    Standing touching(Tx tx, Period period, Collection<BegunWork> begun, Instant now) {
        return standing(tx, new Wanted(period, false), begun, now);
    }

    /** What is due within the period, in walking order. */
    Standing dueIn(Tx tx, Period period, Collection<BegunWork> begun, Instant now) {
        return standing(tx, new Wanted(period, true), begun, now);
    }

    /** Where things stand. */
    record Standing(List<OccurrenceState> states, Shares shares) {}

    private Standing standing(Tx tx, Wanted wanted, Collection<BegunWork> begun, Instant now) {
        takeInChanges(tx);
        RoundSheet sheet = sheets.remove(wanted);
        if (sheet == null) {
            sheet = new RoundSheet(inspections, store);
            sheet.lay(lay(tx, wanted));
        }
        sheets.put(wanted, sheet);
        if (sheets.size() > MOST_SHEETS) {
            sheets.remove(sheets.keySet().iterator().next());
        }
        return new Standing(sheet.states(tx, begun, now), sheet.shares(tx));
    }

    private List<Occurrence> lay(Tx tx, Wanted wanted) {
        List<PlannedAsset> planned = planned(tx, wanted.period().last());
        return wanted.due()
                ? occurrences.dueIn(wanted.period(), planned)
                : occurrences.touching(wanted.period(), planned);
    }

    /**
     * The objects as the plans see them. The program's own plans have no beginning; with them nobody has missed a round from before the first
     * inspection that this ledger knows of, or, where there is none, before the month that is looked at.
     */
    private List<PlannedAsset> planned(Tx tx, LocalDate last) {
        if (!plans().bundled()) {
            return walk.stream().map(PlacedAsset::planned).toList();
        }
        Map<AssetId, Instant> first = inspections.firstBegun(tx);
        return walk.stream()
                .map(asset -> since(
                        asset.planned(),
                        Optional.ofNullable(first.get(asset.id()))
                                .map(Period::dayOf)
                                .orElse(last)))
                .toList();
    }

    private static PlannedAsset since(PlannedAsset asset, LocalDate known) {
        LocalDate month = known.withDayOfMonth(1);
        LocalDate from = asset.from();
        return new PlannedAsset(
                asset.id(),
                asset.category(),
                asset.grade(),
                asset.siteId(),
                asset.place(),
                from != null && from.isAfter(month) ? from : month,
                asset.until());
    }

    private void takeInChanges(Tx tx) {
        try {
            boolean otherAssets = takeInAssets(tx);
            boolean otherLayout = changes.takePlansChanged() || otherAssets;
            if (otherLayout || plans == null) {
                plans = PlanBook.read(tx, records);
                occurrences = new Occurrences(plans.plans());
            }
            if (changes.takeFactsChanged()) {
                sheets.values().forEach(RoundSheet::marked);
            }
            Set<AssetId> inspected = inspections.changed(tx).assets();
            if (inspected == null) {
                sheets.values().forEach(RoundSheet::forgetInspections);
            } else {
                sheets.values().forEach(sheet -> sheet.inspected(inspected));
            }
            boolean begins = plans().bundled() && (inspected == null || !inspected.isEmpty());
            if (otherLayout || begins) {
                for (Map.Entry<Wanted, RoundSheet> sheet : sheets.entrySet()) {
                    sheet.getValue().lay(lay(tx, sheet.getKey()));
                }
            }
        } catch (RuntimeException e) {
            forget();
            throw e;
        }
    }

    /** What changed was asked for and could not be read: next time everything is read anew. */
    private void forget() {
        plans = null;
        placed.clear();
        walk = List.of();
        sheets.clear();
    }

    private boolean takeInAssets(Tx tx) {
        Optional<Set<AssetId>> touched = assets.takeTouched(tx);
        if (touched.isEmpty() || plans == null) {
            placed.clear();
            assets.placed(tx).forEach(asset -> placed.put(asset.id(), asset));
        } else if (touched.get().isEmpty()) {
            return false;
        } else {
            placed.keySet().removeAll(touched.get());
            assets.placed(tx, touched.get()).forEach(asset -> placed.put(asset.id(), asset));
        }
        List<PlacedAsset> now = new ArrayList<>(placed.values());
        now.sort(PlacedAsset.WALKING_ORDER);
        walk = now;
        return true;
    }

    /** Marks made at or after a moment. */
    List<RecordedMark> marks(Tx tx, Instant since) {
        return store.marks(tx, since);
    }

    /** The plans; after a question was asked. */
    PlanBook plans() {
        return requireNonNull(plans, "nothing was asked yet");
    }

    /** An object; after a question was asked. */
    Optional<PlacedAsset> asset(AssetId id) {
        return Optional.ofNullable(placed.get(id));
    }

    /** Occurrences of one object that can be done within the period; after a question was asked. */
    List<Occurrence> of(Tx tx, AssetId id, Period period) {
        takeInChanges(tx);
        PlacedAsset asset = placed.get(id);
        if (asset == null) {
            return List.of();
        }
        Instant first = inspections.submitted(tx, id, Instant.EPOCH).stream()
                .map(answer -> answer.begun())
                .min(Instant::compareTo)
                .orElse(period.ends());
        PlannedAsset planned = plans().bundled() ? since(asset.planned(), Period.dayOf(first)) : asset.planned();
        return occurrences.touching(period, List.of(planned));
    }
}
