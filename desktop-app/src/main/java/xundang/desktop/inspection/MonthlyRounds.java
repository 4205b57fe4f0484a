package xundang.desktop.inspection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.inspection.store.InspectionStore;
import xundang.desktop.platform.db.Tx;
import xundang.model.account.UserId;
import xundang.model.asset.AssetId;
import xundang.model.asset.LifecycleState;
import xundang.model.inspection.InspectionId;
import xundang.model.template.FormEngine;
import xundang.model.template.FormSlot;
import xundang.model.template.InspectionTemplate;
import xundang.model.template.SlotId;
import xundang.model.template.TemplateCatalog;

/** Which assets are due, from {@link MonthlyPlan} and what was submitted here or elsewhere. Store thread only. */
public final class MonthlyRounds {
    /** The one form that has a monthly plan (source 002: monthly inspection of all UPS hosts). */
    static final String TEMPLATE = "ups-m";

    private static final Set<String> INSPECTED = LifecycleState.codesAtTheirPlace();

    private final InspectionStore inspections;
    private final DraftAssets assets;
    private final DraftReader drafts;
    private final InspectionTemplate template;
    private final Clock clock;
    private final FormEngine engine = new FormEngine();

    /** @param clock the laptop's, with the zone in which its days begin */
    public MonthlyRounds(
            InspectionStore inspections,
            DraftAssets assets,
            DraftReader drafts,
            TemplateCatalog templates,
            Clock clock) {
        this.inspections = inspections;
        this.assets = assets;
        this.drafts = drafts;
        this.template = templates.find(TEMPLATE).orElseThrow();
        this.clock = clock;
    }

    /** Every asset with a plan: overdue first, then due, done this month last; within that in walking order. */
    List<DueItem> due(Tx tx, UserId inspector) {
        Map<AssetId, YearMonth> last = answered(tx);
        Map<AssetId, InspectionRow> open = inspections.drafts(tx, inspector).stream()
                .filter(row -> row.templateId().equals(TEMPLATE))
                .collect(Collectors.toMap(InspectionRow::asset, Function.identity(), (newest, older) -> newest));
        record Ranked(MonthlyPlan.Standing standing, DueItem item) {}
        return assets.inWalkingOrder(tx, template.category(), INSPECTED).stream()
                .map(asset -> {
                    MonthlyPlan.Round round = round(last.get(asset.id()));
                    InspectionRow draft = open.get(asset.id());
                    DueItem item = draft == null
                            ? new DueItem(asset, TEMPLATE, round.dueOn(), state(round), null, 0, 0)
                            : started(tx, draft, round.dueOn());
                    boolean doneAndOpenAgain = draft != null && round.standing() == MonthlyPlan.Standing.DONE;
                    return new Ranked(doneAndOpenAgain ? MonthlyPlan.Standing.DUE : round.standing(), item);
                })
                .sorted(Comparator.comparing(Ranked::standing))
                .map(Ranked::item)
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), due -> withoutAsset(tx, inspector, last, due)));
    }

    /** Drafts whose asset this laptop does not hold, as after a rebuild, come first: they are work that was begun. */
    private List<DueItem> withoutAsset(Tx tx, UserId inspector, Map<AssetId, YearMonth> last, List<DueItem> due) {
        List<DueItem> all = new ArrayList<>();
        for (InspectionRow row : inspections.drafts(tx, inspector)) {
            if (!assets.isHere(tx, row.asset())
                    && assets.summary(tx, row.asset()).isPresent()) {
                all.add(started(tx, row, round(last.get(row.asset())).dueOn()));
            }
        }
        all.addAll(due);
        return List.copyOf(all);
    }

    /** The person's drafts, newest first. */
    List<DueItem> drafts(Tx tx, UserId inspector) {
        Map<AssetId, YearMonth> last = answered(tx);
        return inspections.drafts(tx, inspector).stream()
                .filter(row -> assets.summary(tx, row.asset()).isPresent())
                .map(row -> started(tx, row, round(last.get(row.asset())).dueOn()))
                .toList();
    }

    /** The next round of one asset; empty when it has no plan. */
    Optional<MonthlyPlan.Round> next(Tx tx, AssetSummary asset) {
        return asset.category().equals(template.category()) && INSPECTED.contains(asset.state())
                ? Optional.of(round(answered(tx).get(asset.id())))
                : Optional.empty();
    }

    /** Last day of the month that an inspection of the asset begun now answers. */
    Optional<LocalDate> plannedFor(Tx tx, AssetSummary asset, String templateId) {
        return templateId.equals(TEMPLATE) ? next(tx, asset).map(MonthlyPlan.Round::answers) : Optional.empty();
    }

    /** The latest month that each asset's inspections answered. */
    private Map<AssetId, YearMonth> answered(Tx tx) {
        return inspections.answered(tx, TEMPLATE).stream()
                .collect(Collectors.toMap(
                        InspectionStore.Answered::asset,
                        it -> MonthlyPlan.answered(
                                it.plannedFor(),
                                it.startedAt()
                                        .atZoneSameInstant(clock.getZone())
                                        .toLocalDate()),
                        (one, other) -> one.isAfter(other) ? one : other));
    }

    private MonthlyPlan.Round round(@Nullable YearMonth answered) {
        return MonthlyPlan.round(answered, LocalDate.now(clock));
    }

    private DueItem started(Tx tx, InspectionRow row, LocalDate dueOn) {
        Draft draft = drafts.open(tx, row.id()).draft();
        List<SlotId> slots = draft.form().slots().stream().map(FormSlot::id).toList();
        Set<SlotId> gaps =
                Set.copyOf(engine.completeness(draft.form(), draft.readings()).unanswered());
        int answered = (int) slots.stream()
                .filter(slot -> draft.readings().containsKey(slot) && !gaps.contains(slot))
                .count();
        InspectionId id = row.id();
        return new DueItem(draft.asset(), row.templateId(), dueOn, DueItem.State.STARTED, id, answered, slots.size());
    }

    private static DueItem.State state(MonthlyPlan.Round round) {
        return switch (round.standing()) {
            case OVERDUE -> DueItem.State.OVERDUE;
            case DUE -> DueItem.State.DUE;
            case DONE -> DueItem.State.DONE;
        };
    }
}
