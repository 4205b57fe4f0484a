package xundang.model.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import xundang.model.inspection.PlanId;
import xundang.model.inspection.PlannedSlot;

/**
 * What is due when (应检清单): the occurrences of all plans on all objects. The same plans, objects and period give the same list on every
 * machine, in whatever order they come. Immutable; safe for all threads.
 */
public final class Occurrences {
    private final PlanChoice choice;

    /** @param plans all plans of the ledger, in any order; one from which no turns can be computed is passed over */
    public Occurrences(Collection<RoundPlan> plans) {
        this.choice =
                new PlanChoice(plans.stream().filter(RoundPlan::isComputable).toList());
    }

    /**
     * All that can be done or made up within the period, or could have been: an occurrence is in when any moment from its opening to its
     * closing lies in the period.
     */
    public List<Occurrence> touching(Period period, Collection<PlannedAsset> assets) {
        return list(period, assets, ignored -> true);
    }

    /** All that is due within the period: what a month's or a day's figures count. */
    public List<Occurrence> dueIn(Period period, Collection<PlannedAsset> assets) {
        Instant begins = period.begins();
        Instant ends = period.ends();
        return list(
                period,
                assets,
                window -> !window.due().isBefore(begins) && !window.due().isAfter(ends));
    }

    /** The occurrence of that plan and slot on the object, if there is one. */
    public Optional<Occurrence> find(PlannedAsset asset, PlannedSlot slot) {
        return SlotNames.days(slot.slot())
                .flatMap(days -> touching(days, List.of(asset)).stream()
                        .filter(occurrence -> occurrence.key().equals(OccurrenceKey.of(asset.id(), slot)))
                        .findFirst());
    }

    private List<Occurrence> list(Period period, Collection<PlannedAsset> assets, Predicate<SlotWindow> wanted) {
        Map<List<PlanId>, List<SlotWindow>> windows = new HashMap<>();
        List<Occurrence> all = new ArrayList<>();
        for (PlannedAsset asset : assets) {
            for (PlanChoice.Chosen chosen : choice.of(asset)) {
                windows.computeIfAbsent(chosen.ids(), ignored -> windows(chosen, period, wanted))
                        .forEach(window -> {
                            if (asset.servesUntil(window.dueOn())) {
                                all.add(new Occurrence(chosen.plan(), asset, clipped(window, asset)));
                            }
                        });
            }
        }
        return all;
    }

    private static List<SlotWindow> windows(PlanChoice.Chosen chosen, Period period, Predicate<SlotWindow> wanted) {
        return new RhythmWindows(chosen.plan().body())
                .touching(period).stream()
                        .filter(wanted)
                        .filter(window -> chosen.stronger().isEmpty() || chosen.on(window.dueOn()))
                        .toList();
    }

    private static SlotWindow clipped(SlotWindow window, PlannedAsset asset) {
        return asset.from() == null ? window : window.notBefore(Days.start(asset.from()));
    }
}
