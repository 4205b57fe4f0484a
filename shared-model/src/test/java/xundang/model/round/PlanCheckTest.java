package xundang.model.round;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.model.round.Rounds.body;
import static xundang.model.round.Rounds.forVisit;
import static xundang.model.round.Rounds.with;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import xundang.model.asset.CategoryCatalog;
import xundang.model.json.ModelJson;
import xundang.model.template.TemplateCatalog;

/** Whether a plan can be carried out and is allowed. */
class PlanCheckTest {
    @Test
    void aFieldDeviceMayNotWaitLongerThanAMonth() {
        assertThat(problems(body("cam-f", "camera", null, new Rhythm.Months(3))))
                .containsExactly("外场设备和按等级的计划每轮不得超过一个月（来源 003）。");
        assertThat(problems(body("cam-f", "camera", null, new Rhythm.Days(29)))).hasSize(1);
        assertThat(problems(body("cam-f", "camera", null, new Rhythm.Months(1, List.of(1, 2)))))
                .hasSize(1);
        assertThat(problems(body("cam-f", "camera", null, Rhythm.monthly()))).isEmpty();
    }

    @Test
    void noGradeMayWaitLongerThanAMonth() {
        assertThat(problems(body("ups-q", "ups_host", "A", new Rhythm.Months(3))))
                .hasSize(1);
        assertThat(problems(body("ups-q", "ups_host", null, new Rhythm.Months(3))))
                .isEmpty();
    }

    @Test
    void workOnTopOfTheRoundMayBeYearly() {
        PlanBody earth = body("cam-f", "camera", null, new Rhythm.Months(12));

        assertThat(problems(forVisit(earth, "earth", Map.of("earth_test", "true"))))
                .isEmpty();
    }

    @Test
    void unknownNamesAreSaid() {
        assertThat(problems(body("ups-x", "ups_host", null, Rhythm.monthly())))
                .singleElement()
                .asString()
                .startsWith("没有“ups-x”这个巡检模板。可用：");
        assertThat(problems(body("ups-m", "ufo", null, Rhythm.monthly()))).contains("没有“ufo”这个设备类别。");
        assertThat(problems(body("ups-m", "camera", null, Rhythm.monthly())))
                .containsExactly("模板“ups-m”不适用于类别“camera”。");
        assertThat(problems(body("ups-m", "ups_host", "D", Rhythm.monthly()))).containsExactly("等级“D”不对，只能是 A、B、C。");
        assertThat(problems(forVisit(body("ups-m", "ups_host", null, Rhythm.monthly()), "x", Map.of("lunch", "true"))))
                .containsExactly("“lunch”不是模板“ups-m”会问的本次情况。");
    }

    @Test
    void slotsMayNotOverlap() {
        assertThat(problems(body("room-p", "machine_room", null, new Rhythm.Slots(3, 90, 0))))
                .hasSize(1);
        assertThat(problems(body("room-p", "machine_room", null, new Rhythm.Slots(3, 89, 0))))
                .isEmpty();
        assertThat(problems(body("room-p", "machine_room", null, new Rhythm.Slots(5, 30, 0))))
                .hasSize(1);
        assertThat(problems(body("room-p", "machine_room", null, new Rhythm.Slots(0, 30, 0))))
                .hasSize(1);
        assertThat(problems(body("room-p", "machine_room", null, new Rhythm.Slots(3, 30, 3))))
                .hasSize(1);
    }

    @Test
    void whatDoesNotFitIntoADayIsRefused() {
        assertThat(problems(body("fire-p", "machine_room", null, new Rhythm.PerDay(7, 4))))
                .hasSize(1);
        assertThat(problems(body("fire-p", "machine_room", null, new Rhythm.PerDay(6, 4))))
                .isEmpty();
        assertThat(problems(body("fire-p", "machine_room", null, new Rhythm.PerDay(0, 4))))
                .hasSize(1);
    }

    @Test
    void periodsOutsideTheYearAreRefused() {
        assertThat(problems(body("ups-q", "ups_host", null, new Rhythm.Months(3, List.of(5)))))
                .containsExactly("只在第 5 期不对：一年只有 4 期。");
        assertThat(problems(body("ups-q", "ups_host", null, new Rhythm.Months(2))))
                .hasSize(1);
        assertThat(problems(body("ups-q", "ups_host", null, new Rhythm.Days(0))))
                .hasSize(1);
    }

    @Test
    void aPlanEndsAfterItBegins() {
        PlanBody plan = body("ups-m", "ups_host", null, Rhythm.monthly());

        assertThat(problems(with(plan, LocalDate.of(2026, 9, 2), LocalDate.of(2026, 9, 1), null, Purpose.REGULAR)))
                .containsExactly("结束日期 2026-09-01 早于开始日期 2026-09-02。");
        assertThat(problems(with(plan, LocalDate.of(2026, 9, 2), null, null, Purpose.GUARDED)))
                .containsExactly("重保计划要写结束日期。");
        assertThat(problems(with(plan, LocalDate.of(2026, 9, 2), null, null, Purpose.FLOOD)))
                .hasSize(1);
    }

    @Test
    void everyMessageExistsInEnglish() {
        PlanBody wrong = with(
                body("ups-x", "ufo", "D", new Rhythm.Days(0)),
                LocalDate.of(2026, 9, 2),
                LocalDate.of(2026, 9, 1),
                null,
                Purpose.FLOOD);

        assertThat(PlanCheck.check(wrong, TemplateCatalog.bundled(), CategoryCatalog.bundled()))
                .extracting(problem -> problem.in(Locale.ENGLISH))
                .hasSize(6)
                .allSatisfy(text -> assertThat(text).matches("[\\p{ASCII}、]+"));
    }

    private static List<String> problems(PlanBody plan) {
        return PlanCheck.check(plan, TemplateCatalog.bundled(), CategoryCatalog.bundled()).stream()
                .map(problem -> problem.in(Locale.CHINA))
                .toList();
    }

    @Test
    void aPlanThatMakesNoSenseIsPassedOver() {
        RoundPlan nonsense = Rounds.plan(1, body("ups-m", "ups_host", null, new Rhythm.Days(0)));

        assertThat(new Occurrences(List.of(nonsense))
                        .dueIn(Period.of(Rounds.SEPTEMBER), List.of(Rounds.asset(1, "ups_host"))))
                .isEmpty();
    }

    @Test
    void anIncompleteOrNewerRecordIsNoPlan() {
        assertThat(read("{\"name\":\"x\"}")).isEmpty();
        assertThat(read(plan("{\"kind\":\"moon\"}"))).isEmpty();
        assertThat(read(plan("{\"kind\":\"days\",\"days\":7}"))).isPresent();
        assertThat(read(plan("{\"kind\":\"months\",\"months\":1}")))
                .get()
                .extracting(read -> read.body().rhythm())
                .isEqualTo(Rhythm.monthly());
    }

    private static String plan(String rhythm) {
        return "{\"name\":\"x\",\"template_id\":\"ups-m\",\"starts_on\":\"2026-09-01\",\"purpose\":\"regular\",\"rhythm\":"
                + rhythm + "}";
    }

    private static Optional<RoundPlan> read(String json) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        ModelJson.mapper().readTree(json).properties().forEach(it -> fields.put(it.getKey(), it.getValue()));
        return RoundPlan.read(new UUID(1, 1), fields);
    }
}
