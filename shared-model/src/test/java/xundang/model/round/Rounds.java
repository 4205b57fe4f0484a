package xundang.model.round;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xundang.model.account.UserId;
import xundang.model.asset.AssetId;
import xundang.model.calendar.WorkingCalendar;
import xundang.model.inspection.PlanId;
import xundang.model.inspection.PlannedSlot;

/** Plans, objects and inspections for tests. */
final class Rounds {
    static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
    static final UserId WANG = new UserId(new UUID(9, 1));

    private Rounds() {}

    static RoundPlan plan(int id, String template, String category, Rhythm rhythm) {
        return new RoundPlan(new PlanId(new UUID(1, id)), body(template, category, null, rhythm));
    }

    static PlanBody body(String template, @Nullable String category, @Nullable String grade, Rhythm rhythm) {
        return new PlanBody(
                "计划",
                template,
                category,
                grade,
                null,
                null,
                null,
                rhythm,
                SEPTEMBER,
                null,
                null,
                Purpose.REGULAR,
                0,
                List.of(),
                List.of(),
                Map.of(),
                "D");
    }

    /** The same plan with a few fields changed. */
    static PlanBody with(
            PlanBody plan, LocalDate starts, @Nullable LocalDate ends, @Nullable Season season, Purpose purpose) {
        return new PlanBody(
                plan.name(),
                plan.templateId(),
                plan.category(),
                plan.grade(),
                plan.siteId(),
                plan.assetId(),
                plan.series(),
                plan.rhythm(),
                starts,
                ends,
                season,
                purpose,
                plan.priority(),
                plan.roles(),
                plan.persons(),
                plan.visit(),
                plan.source());
    }

    static PlanBody forVisit(PlanBody plan, String series, Map<String, String> visit) {
        return new PlanBody(
                plan.name(),
                plan.templateId(),
                plan.category(),
                plan.grade(),
                plan.siteId(),
                plan.assetId(),
                series,
                plan.rhythm(),
                plan.startsOn(),
                plan.endsOn(),
                plan.season(),
                plan.purpose(),
                plan.priority(),
                plan.roles(),
                plan.persons(),
                visit,
                plan.source());
    }

    static RoundPlan plan(int id, PlanBody body) {
        return new RoundPlan(new PlanId(new UUID(1, id)), body);
    }

    static PlannedAsset asset(int id, String category) {
        return PlannedAsset.inService(new AssetId(new UUID(2, id)), category, null, "site");
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkingCalendar.ZONE).toInstant();
    }

    /** An inspection that names no plan. */
    static Answer answer(int id, PlannedAsset asset, String template, String begun) {
        return answer(id, asset, template, begun, null, null, Map.of());
    }

    static Answer answer(int id, Occurrence of, String begun) {
        return answer(
                id, of.asset(), of.plan().body().templateId(), begun, of.key().plannedSlot(), null, Map.of());
    }

    static Answer answer(
            int id,
            PlannedAsset asset,
            String template,
            String begun,
            @Nullable PlannedSlot slot,
            @Nullable String plannedFor,
            Map<String, String> observed) {
        Instant start = at(begun);
        return new Answer(
                new UUID(3, id),
                asset.id(),
                template,
                slot,
                plannedFor,
                start,
                start.plusSeconds(600),
                WANG,
                "王工",
                observed);
    }
}
