package xundang.model.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import xundang.model.inspection.PlanId;

/**
 * Which plans hold for an object. Of the ordinary plans of one series the most particular counts: one object before a site, a site before all
 * sites, a category before a grade of it (category rules override grade defaults, domain specification, section 3); {@code priority} goes
 * before all of these. A plan gives way only on days that the other covers, so that a rule that ended keeps its past. Plans for guarded periods and seasons add themselves.
 */
public final class PlanChoice {
    private static final int ONE_OBJECT = 4;
    private static final int ONE_SITE = 2;
    private static final int WHOLE_CATEGORY = 1;

    /** The strongest first; a later start is the newer rule; the last step only makes the order the same everywhere. */
    private static final Comparator<RoundPlan> STRONGEST = Comparator.<RoundPlan>comparingInt(
                    plan -> plan.body().priority())
            .thenComparingInt(plan -> weight(plan.body()))
            .reversed()
            .thenComparing(RoundPlan::id);

    private final List<RoundPlan> plans;

    /** @param plans in any order */
    public PlanChoice(Collection<RoundPlan> plans) {
        this.plans = plans.stream().sorted(STRONGEST).toList();
    }

    /**
     * A plan that holds for an object.
     *
     * @param stronger plans of its series that hold in its place on the days that they cover
     */
    record Chosen(RoundPlan plan, List<RoundPlan> stronger) {
        /** Names the choice: what is computed for one object is the same for all others of it. */
        List<PlanId> ids() {
            if (stronger.isEmpty()) {
                return List.of(plan.id());
            }
            List<PlanId> ids = new ArrayList<>(List.of(plan.id()));
            stronger.forEach(other -> ids.add(other.id()));
            return ids;
        }

        /** Whether the plan itself holds for what is due on that day. */
        boolean on(LocalDate day) {
            return stronger.stream().noneMatch(other -> Term.covers(other.body(), day));
        }
    }

    /** The plans that hold for the object on that day, in an order that is the same everywhere. */
    public List<RoundPlan> on(LocalDate day, PlannedAsset asset) {
        return of(asset).stream()
                .filter(chosen -> Term.covers(chosen.plan().body(), day) && chosen.on(day))
                .map(Chosen::plan)
                .toList();
    }

    /** The plans that hold for the object on any day. */
    List<Chosen> of(PlannedAsset asset) {
        Map<String, List<RoundPlan>> series = new HashMap<>();
        List<Chosen> chosen = new ArrayList<>();
        for (RoundPlan plan : plans) {
            if (matches(plan.body(), asset)) {
                chosen.add(new Chosen(plan, stronger(series, plan)));
            }
        }
        return chosen;
    }

    private static List<RoundPlan> stronger(Map<String, List<RoundPlan>> series, RoundPlan plan) {
        if (plan.body().purpose() != Purpose.REGULAR) {
            return List.of();
        }
        List<RoundPlan> before = series.computeIfAbsent(plan.body().seriesOrForm(), ignored -> new ArrayList<>());
        List<RoundPlan> stronger = List.copyOf(before);
        before.add(plan);
        return stronger;
    }

    private static boolean matches(PlanBody plan, PlannedAsset asset) {
        if (plan.assetId() != null) {
            return plan.assetId().equals(asset.id());
        }
        return asset.category().equals(plan.category())
                && (plan.grade() == null || plan.grade().equals(asset.grade()))
                && (plan.siteId() == null || plan.siteId().equals(asset.siteId()));
    }

    private static int weight(PlanBody plan) {
        return (plan.assetId() != null ? ONE_OBJECT : 0)
                + (plan.siteId() != null ? ONE_SITE : 0)
                + (plan.grade() == null ? WHOLE_CATEGORY : 0);
    }
}
