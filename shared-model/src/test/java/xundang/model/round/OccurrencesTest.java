package xundang.model.round;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.model.round.Rounds.SEPTEMBER;
import static xundang.model.round.Rounds.asset;
import static xundang.model.round.Rounds.at;
import static xundang.model.round.Rounds.body;
import static xundang.model.round.Rounds.plan;
import static xundang.model.round.Rounds.with;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import xundang.model.asset.AssetId;
import xundang.model.inspection.PlanId;
import xundang.model.inspection.PlannedSlot;
import xundang.model.json.ModelJson;

/** What is due when. */
class OccurrencesTest {
    private static final Period MONTH = Period.of(YearMonth.of(2026, 9));
    private static final Rhythm THREE_HOURLY = new Rhythm.Slots(3, 30, 0);

    @Test
    void aRoomPatrolHasEightSlotsADay() {
        List<Occurrence> due = due(plan(1, "room-p", "machine_room", THREE_HOURLY), MONTH);

        assertThat(due).hasSize(240);
        assertThat(due.get(1).window())
                .isEqualTo(new SlotWindow(
                        "2026-09-01T03:00", at("2026-09-01T02:30"), at("2026-09-01T03:30"), at("2026-09-01T03:30")));
    }

    @Test
    void theMidnightSlotOpensTheDayBefore() {
        Occurrence first =
                due(plan(1, "room-p", "machine_room", THREE_HOURLY), MONTH).getFirst();

        assertThat(first.window().opens()).isEqualTo(at("2026-08-31T23:30"));
        assertThat(first.window().slot()).isEqualTo("2026-09-01T00:00");
    }

    @Test
    void twoFirePatrolsADayLeaveRoomForTheirDistance() {
        List<Occurrence> due = due(plan(1, "fire-p", "machine_room", new Rhythm.PerDay(2, 4)), Period.of(SEPTEMBER));

        assertThat(due).extracting(it -> it.window().slot()).containsExactly("2026-09-01#1", "2026-09-01#2");
        assertThat(due.get(0).window().due()).isEqualTo(at("2026-09-01T20:00").minusNanos(1));
        assertThat(due.get(1).window().opens()).isEqualTo(at("2026-09-01T04:00"));
    }

    @Test
    void aMonthlyPlanMayBeMadeUpUntilTheNextMonthEnds() {
        SlotWindow window = due(plan(1, "ups-m", "ups_host", Rhythm.monthly()), MONTH)
                .getFirst()
                .window();

        assertThat(window.slot()).isEqualTo("2026-09");
        assertThat(window.dueOn()).isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(window.closes()).isEqualTo(at("2026-11-01T00:00").minusNanos(1));
    }

    @Test
    void longerPeriodsAreNamedAsPeopleNameThem() {
        Period year = new Period(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31));

        assertThat(slots(new Rhythm.Months(3), year)).containsExactly("2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4");
        assertThat(slots(new Rhythm.Months(6), year)).containsExactly("2027-H1", "2027-H2");
        assertThat(slots(new Rhythm.Months(12), year)).containsExactly("2027");
        assertThat(slots(new Rhythm.Months(3, List.of(2, 4)), year)).containsExactly("2027-Q2", "2027-Q4");
    }

    @Test
    void turnsOfDaysCountFromTheFirstDayOfThePlan() {
        assertThat(slots(new Rhythm.Days(7), MONTH))
                .containsExactly("2026-09-01", "2026-09-08", "2026-09-15", "2026-09-22");
        assertThat(slots(Rhythm.daily(), Period.of(SEPTEMBER))).containsExactly("2026-09-01");
    }

    @Test
    void nothingIsDueBeforeAPlanBegins() {
        assertThat(slots(Rhythm.monthly(), Period.of(YearMonth.of(2026, 8)))).isEmpty();
    }

    @Test
    void theLastTurnEndsWithThePlan() {
        PlanBody untilTheTenth = with(
                body("ups-m", "ups_host", null, Rhythm.monthly()),
                SEPTEMBER,
                LocalDate.of(2026, 9, 10),
                null,
                Purpose.REGULAR);

        assertThat(due(plan(1, untilTheTenth), MONTH))
                .extracting(it -> it.window().dueOn())
                .containsExactly(LocalDate.of(2026, 9, 10));
    }

    @Test
    void theFloodSeasonComesEveryYear() {
        PlanBody flood = with(
                body("cam-f", "ups_host", null, new Rhythm.Days(15)),
                LocalDate.of(2025, 1, 1),
                null,
                Season.FLOOD,
                Purpose.FLOOD);

        assertThat(due(plan(1, flood), new Period(LocalDate.of(2027, 5, 1), LocalDate.of(2027, 12, 31))))
                .hasSize(9)
                .first()
                .extracting(it -> it.window().slot())
                .isEqualTo("2027-06-01");
    }

    @Test
    void aGuardedPeriodAddsRoundsToTheOrdinaryOnes() {
        RoundPlan ordinary = plan(1, "cam-f", "camera", Rhythm.monthly());
        RoundPlan guarded = plan(
                2,
                with(
                        body("cam-f", "camera", null, Rhythm.daily()),
                        LocalDate.of(2026, 9, 5),
                        LocalDate.of(2026, 9, 7),
                        null,
                        Purpose.GUARDED));

        assertThat(new Occurrences(List.of(ordinary, guarded)).dueIn(MONTH, List.of(asset(1, "camera"))))
                .hasSize(4);
    }

    @Test
    void aCategoryRuleOverridesTheGrades() {
        RoundPlan grade = plan(1, body("cam-f", "camera", "C", Rhythm.monthly()));
        RoundPlan category = plan(2, body("cam-f", "camera", null, Rhythm.daily()));

        assertThat(new Occurrences(List.of(grade, category)).dueIn(MONTH, List.of(asset(1, "camera"))))
                .hasSize(30)
                .allSatisfy(it -> assertThat(it.plan()).isEqualTo(category));
    }

    @Test
    void aRuleThatEndedKeepsItsPast() {
        RoundPlan before = plan(
                1,
                with(
                        body("cam-f", "camera", null, Rhythm.monthly()),
                        SEPTEMBER,
                        LocalDate.of(2026, 9, 30),
                        null,
                        Purpose.REGULAR));
        RoundPlan after = plan(
                2,
                with(
                        body("cam-f", "camera", null, Rhythm.monthly()),
                        LocalDate.of(2026, 10, 1),
                        null,
                        null,
                        Purpose.REGULAR));
        Period both = new Period(SEPTEMBER, LocalDate.of(2026, 10, 31));

        assertThat(new Occurrences(List.of(before, after)).dueIn(both, List.of(asset(1, "camera"))))
                .extracting(it -> it.window().slot())
                .containsExactlyInAnyOrder("2026-09", "2026-10");
    }

    @Test
    void anObjectOutOfServiceHasNothingDueFromThatDayOn() {
        PlannedAsset removed = new PlannedAsset(
                new AssetId(new UUID(2, 1)), "machine_room", "C", "site", null, null, LocalDate.of(2026, 9, 2));

        assertThat(new Occurrences(List.of(plan(1, "room-p", "machine_room", THREE_HOURLY)))
                        .dueIn(MONTH, List.of(removed)))
                .hasSize(16);
    }

    @Test
    void anObjectThatCameLateOpensOnItsFirstDay() {
        PlannedAsset late = new PlannedAsset(
                new AssetId(new UUID(2, 1)), "ups_host", "C", "site", null, LocalDate.of(2026, 9, 20), null);

        assertThat(new Occurrences(List.of(plan(1, "ups-m", "ups_host", Rhythm.monthly()))).dueIn(MONTH, List.of(late)))
                .extracting(it -> it.window().opens())
                .containsExactly(at("2026-09-20T00:00"));
    }

    @Test
    void aKeyOutlivesEditsThatMoveNoSlot() {
        PlanBody edited = with(
                body("ups-m", "ups_host", null, Rhythm.monthly()),
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2026, 12, 31),
                null,
                Purpose.REGULAR);

        assertThat(due(plan(1, edited), MONTH).getFirst().key().uuid())
                .isEqualTo(due(plan(1, "ups-m", "ups_host", Rhythm.monthly()), MONTH)
                        .getFirst()
                        .key()
                        .uuid())
                .isEqualTo(UUID.fromString("3849b080-9cf3-8613-855f-3eb21b76837b"));
    }

    @Test
    void anOccurrenceIsFoundByItsName() {
        RoundPlan plan = plan(1, "room-p", "machine_room", THREE_HOURLY);
        Occurrences occurrences = new Occurrences(List.of(plan));
        PlannedAsset room = asset(1, "machine_room");

        assertThat(occurrences.find(room, new PlannedSlot(plan.id(), "2026-09-04T21:00")))
                .isPresent();
        assertThat(occurrences.find(room, new PlannedSlot(plan.id(), "2026-09-04T22:00")))
                .isEmpty();
        assertThat(occurrences.find(room, new PlannedSlot(plan.id(), "2026-13-04T21:00")))
                .isEmpty();
        assertThat(occurrences.find(room, new PlannedSlot(new PlanId(new UUID(1, 9)), "2026-09-04T21:00")))
                .isEmpty();
    }

    private static List<String> slots(Rhythm rhythm, Period period) {
        return due(plan(1, "ups-m", "ups_host", rhythm), period).stream()
                .map(it -> it.window().slot())
                .toList();
    }

    private static List<Occurrence> due(RoundPlan plan, Period period) {
        String category = plan.body().category();
        return new Occurrences(List.of(plan)).dueIn(period, List.of(asset(1, category == null ? "" : category)));
    }

    @Test
    void anObjectsRecordSaysSinceWhenItServes() {
        assertThat(dueOf(
                        "{\"category\":\"machine_room\",\"state\":\"in_service\",\"in_service_since\":\"2026-09-29\"}"))
                .isEqualTo(16);
        assertThat(
                        dueOf(
                                "{\"category\":\"machine_room\",\"state\":\"removed\",\"out_of_service_since\":\"2026-09-03\"}"))
                .isEqualTo(16);
        assertThat(dueOf("{\"category\":\"machine_room\",\"state\":\"removed\"}"))
                .isZero();
        assertThat(dueOf("{\"category\":\"machine_room\",\"state\":\"faulty\"}"))
                .isEqualTo(240);
        assertThat(dueOf("{\"category\":\"machine_room\"}")).isEqualTo(240);
    }

    private static int dueOf(String record) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        ModelJson.mapper().readTree(record).properties().forEach(it -> fields.put(it.getKey(), it.getValue()));
        return new Occurrences(List.of(plan(1, "room-p", "machine_room", THREE_HOURLY)))
                .dueIn(MONTH, List.of(PlannedAsset.of(new AssetId(new UUID(2, 1)), fields)))
                .size();
    }
}
