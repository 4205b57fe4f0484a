package xundang.model.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormPlanTest {
    @Test
    void theFormHasTheTwentyNineItemsOfTheTable() {
        List<String> ids =
                Forms.UPS_M.items().stream().map(TemplateItem::id).sorted().toList();

        assertThat(ids).hasSize(29).startsWith("M01").endsWith("M29").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"1-1, 1, 1", "3-1, 3, 1", "3-3, 3, 3"})
    void phasesDecideHowOftenAnItemIsAsked(String phases, int inputs, int outputs) {
        FormPlan plan = Forms.plan(Map.of("phases", phases));

        assertThat(Forms.ids(plan, "M05")).hasSize(inputs);
        assertThat(List.of("M07", "M09", "M10"))
                .allSatisfy(item -> assertThat(Forms.ids(plan, item)).hasSize(outputs));
    }

    @Test
    void partsOfAnItemShareItsNumberAndCarryThePhase() {
        FormPlan plan = Forms.plan(Forms.FULL);

        assertThat(Forms.ids(plan, "M05")).containsExactly("M05.L1", "M05.L2", "M05.L3");
        assertThat(plan.slots().stream().filter(slot -> slot.item().id().equals("M05")))
                .extracting(FormSlot::number)
                .containsOnly(7);
        assertThat(plan.slot(SlotId.parse("M05.L2")).orElseThrow().partLabel()).isEqualTo(new Label("L2", "L2"));
    }

    @Test
    void anItemThatIsAskedOnceHasNoPart() {
        assertThat(Forms.ids(Forms.plan(Map.of("phases", "1-1")), "M09")).containsExactly("M09");
    }

    @Test
    void untilThePhasesAreKnownThreePartsAreShownAndTheFormAsks() {
        FormPlan plan = Forms.plan(Map.of());

        assertThat(Forms.ids(plan, "M09")).containsExactly("M09.L1", "M09.L2", "M09.L3");
        assertThat(plan.asked().getFirst())
                .isEqualTo(new FormPlan.AskedAttribute(
                        "phases", new Label("相数（进-出）", "Phases (in-out)"), List.of("1-1", "3-1", "3-3")));
    }

    @Test
    void whatIsKnownIsNotAsked() {
        assertThat(Forms.plan(Forms.FULL).asked()).isEmpty();
    }

    @Test
    void aBlankAttributeCountsAsMissing() {
        Map<String, String> blank = new HashMap<>(Forms.FULL);
        blank.put("phases", "  ");

        assertThat(Forms.plan(blank).asked())
                .extracting(FormPlan.AskedAttribute::attribute)
                .containsExactly("phases");
    }

    @Test
    void whatLimitsLackIsWantedWithUnitRangeAndTheItemsThatWaitForIt() {
        FormPlan plan = Forms.plan(Map.of());

        assertThat(plan.wanted())
                .extracting(wanted -> wanted.definition().name(), FormPlan.WantedAttribute::items)
                .containsExactly(
                        tuple("v_in_nom", List.of("M05")),
                        tuple("v_out_set", List.of("M07")),
                        tuple("jar_count", List.of("M12")),
                        tuple("jar_v", List.of("M12")),
                        tuple("float_current_max", List.of("M13")),
                        tuple("rated_backup_min", List.of("M23")));
        assertThat(plan.wanted().getFirst().definition().unit()).isEqualTo("V");
        assertThat(plan.wanted().get(2).definition().max()).isEqualByComparingTo("400");
    }

    @Test
    void whatIsKnownIsNotWanted() {
        assertThat(Forms.plan(Forms.FULL).wanted()).isEmpty();
    }

    @Test
    void whatSeveralObjectsDisagreeAboutIsNeitherWantedNorReplacedByADefault() {
        Attributes given = new Attributes() {
            @Override
            public Optional<String> value(String name) {
                return Optional.ofNullable(Forms.FULL.get(name));
            }

            @Override
            public boolean disputed(String name) {
                return name.equals("float_v_cell_min");
            }
        };
        FormPlan plan = Forms.ENGINE.plan(Forms.UPS_M, given.orElse(Forms.of(Map.of("float_v_cell_min", "2.24"))));

        assertThat(plan.wanted()).isEmpty();
        assertThat(plan.slot(SlotId.of("M12")).orElseThrow().limits().obstacle())
                .isEqualTo(new SlotLimits.Obstacle(
                        SlotLimits.Obstacle.Kind.DISPUTED,
                        List.of(new SlotLimits.Named(
                                "float_v_cell_min", new Label("单体浮充电压下限", "Lowest float voltage per cell")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1", "3-1"})
    void imbalanceIsForThreePhaseOutputOnly(String phases) {
        assertThat(Forms.ids(Forms.plan(Map.of("phases", phases)), "M11")).isEmpty();
        assertThat(Forms.ids(Forms.plan(Forms.FULL), "M11")).containsExactly("M11");
    }

    @Test
    void theParallelStateIsAskedOfParallelUnitsOnly() {
        assertThat(Forms.ids(Forms.plan(Map.of("parallel_n", "1")), "M22")).isEmpty();
        assertThat(Forms.ids(Forms.plan(Map.of("parallel_n", "2")), "M22")).containsExactly("M22");
    }

    @Test
    void numbersRunWithoutGapsOverTheItemsThatApply() {
        FormPlan plan = Forms.plan(Map.of("phases", "1-1", "parallel_n", "1"));

        assertThat(plan.slots())
                .extracting(FormSlot::number)
                .containsExactly(
                        java.util.stream.IntStream.rangeClosed(1, 27).boxed().toArray(Integer[]::new));
    }

    @Test
    void whereTheSiteForbidsPicturesNoneIsDemanded() {
        FormPlan plan = Forms.plan(Map.of("photo_policy", "forbidden_with_waiver"));

        assertThat(plan.slots())
                .allSatisfy(slot -> assertThat(slot.item().photo()).isEqualTo(PhotoRule.NONE));
    }

    @Test
    void theAssetGoesBeforeTheAnswerOnSiteAndThatBeforeTheDefault() {
        Attributes asset = Forms.of(Map.of("load_limit_pct", "70"));
        Attributes observed = Forms.of(Map.of("load_limit_pct", "60", "redundancy", "none", "phases", "1-1"));
        FormPlan plan = Forms.ENGINE.plan(Forms.UPS_M, asset.orElse(observed));

        assertThat(plan.slot(SlotId.of("M10")).orElseThrow().limits().normal().high())
                .isEqualByComparingTo("70");
    }
}
