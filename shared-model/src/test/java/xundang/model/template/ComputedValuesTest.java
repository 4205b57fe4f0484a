package xundang.model.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;

/** The worked examples of the domain specification, section 7, that forms compute (21 is in {@link ImbalanceTest}). */
class ComputedValuesTest {
    private static final Map<String, String> HOST = FormLimitsTest.EVERYTHING;

    private final Map<SlotId, ReadingValue> answers = new LinkedHashMap<>();

    @Test
    void example20EightAndAHalfHoursAtTenAmpereAnd30DegreesAre82Point52PercentAndAWarning() {
        enter("Y02c", "510");
        enter("Y02e", "10");
        enter("Y04", "30");

        assertThat(shown("ups-q", HOST, "Y05")).isEqualTo("82.52");
        assertThat(verdict("ups-q", HOST, "Y05")).isEqualTo(Verdict.WARNING);
    }

    @Test
    void theCapacityOfAStringWhoseRatingNobodyKnowsIsNotComputedAndTheFormAsksForIt() {
        enter("Y02c", "510");
        enter("Y02e", "10");
        enter("Y04", "30");
        Map<String, String> unknown = new HashMap<>(HOST);
        unknown.remove("capacity_ah");

        assertThat(computed("ups-q", unknown, "Y05")).isEmpty();
        assertThat(plan("ups-q", unknown).wanted())
                .filteredOn(wanted -> wanted.items().contains("Y05"))
                .extracting(wanted -> wanted.definition().name())
                .containsExactly("capacity_ah");
    }

    @ParameterizedTest
    @CsvSource({"22, 50, 11.09, NORMAL", "24, 60, 15.75, WARNING", "26, 60, 17.63, ABNORMAL"})
    void example23TheDewPointMayBeAbnormalWhileTemperatureAndHumidityAreNormal(
            String temperature, String humidity, String dewPoint, Verdict verdict) {
        enter("R16", temperature);
        enter("R17", humidity);

        assertThat(shown("room-p", HOST, "R18")).isEqualTo(dewPoint);
        assertThat(verdict("room-p", HOST, "R18")).isEqualTo(verdict);
        for (String part : List.of("R16", "R17")) {
            FormSlot slot = plan("room-p", HOST).slot(SlotId.of(part)).orElseThrow();
            assertThat(Forms.ENGINE.judge(slot, answers.get(slot.id()), null)).isEqualTo(Verdict.NORMAL);
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "101"})
    void thereIsNoDewPointOfAHumidityThatCannotBe(String humidity) {
        enter("R16", "22");
        enter("R17", humidity);

        assertThat(computed("room-p", HOST, "R18")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1500, 20.00, NORMAL", "2000, 20.08, ABNORMAL"})
    void example25AnOrderUpToTheLimitOf120000IsAllowedAndTheNextNeedsAProposal(
            String cost, String share, Verdict verdict) {
        enter("B08a", cost);

        assertThat(shown("bat-r", HOST, "B08b")).isEqualTo(share);
        assertThat(verdict("bat-r", HOST, "B08b")).isEqualTo(verdict);
    }

    @Test
    void example25AChangeInsideTheBidPriceIsNotCounted() {
        enter("B08a", "900000");
        answers.put(SlotId.of("B02"), Forms.choice("planned"));

        assertThat(plan("bat-r", HOST).slot(SlotId.of("B08b"))).isEmpty();
    }

    @Test
    void example1Of375Cameras368OnlineAre98Point13Percent() {
        online("375", "368", 0);

        assertThat(shown("vid-d", Map.of(), "V06")).isEqualTo("98.13");
        assertThat(verdict("vid-d", Map.of(), "V06")).isEqualTo(Verdict.NORMAL);
    }

    @Test
    void example3ARateThatIsShownAs98ButLiesBelowItIsNotNormal() {
        online("25000", "24499", 0);

        assertThat(shown("vid-d", Map.of(), "V06")).isEqualTo("98.00");
        assertThat(verdict("vid-d", Map.of(), "V06")).isEqualTo(Verdict.WARNING);
    }

    @ParameterizedTest
    @CsvSource({"V07, 900, 855, WARNING", "V07, 900, 856, NORMAL", "V06, 50, 49, NORMAL"})
    void example4AboveExcludesTheLimitAndAtLeastIncludesIt(String rate, String due, String online, Verdict verdict) {
        online(due, online, 0);

        assertThat(verdict("vid-d", Map.of(), rate)).isEqualTo(verdict);
    }

    @Test
    void example5ExcludedCamerasAreTakenFromTheCamerasDue() {
        online("856", "840", 6);

        assertThat(shown("vid-d", Map.of(), "V07")).isEqualTo("98.82");
    }

    @Test
    void aRateOfNoCamerasIsNeitherGoodNorBad() {
        online("6", "0", 6);

        assertThat(computed("vid-d", Map.of(), "V06")).isEmpty();
    }

    @Test
    void everyOfflineCameraNeedsARowAndEveryOneNotExcludedAnOrder() {
        online("10", "8", 1);
        answers.put(SlotId.of("V04"), cameras(1, "cause", "power"));
        answers.put(SlotId.of("V09"), cameras(0, "order_no", "G1"));

        assertThat(verdict("vid-d", Map.of(), "V04b")).isEqualTo(Verdict.ABNORMAL);
        assertThat(verdict("vid-d", Map.of(), "V09b")).isEqualTo(Verdict.ABNORMAL);

        answers.put(SlotId.of("V04"), cameras(2, "cause", "power"));
        answers.put(SlotId.of("V09"), cameras(1, "order_no", "G1"));

        assertThat(verdict("vid-d", Map.of(), "V04b")).isEqualTo(Verdict.NORMAL);
        assertThat(verdict("vid-d", Map.of(), "V09b")).isEqualTo(Verdict.NORMAL);
    }

    @Test
    void tenPercentOfTheCamerasDueAreViewed() {
        online("856", "856", 0);
        FormSlot viewed = plan("vid-d", Map.of()).slot(SlotId.of("V08")).orElseThrow();

        assertThat(Forms.ENGINE.judge(viewed, Forms.number("85"), null)).isEqualTo(Verdict.ABNORMAL);
        assertThat(Forms.ENGINE.judge(viewed, Forms.number("86"), null)).isEqualTo(Verdict.NORMAL);
    }

    @Test
    void theNumberOfReplacedJarsIsThatOfTheRows() {
        answers.put(
                SlotId.of("B04"), new ReadingValue.Table(List.of(Map.of("position", "5"), Map.of("position", "17"))));

        assertThat(shown("bat-r", HOST, "B03")).isEqualTo("2.00");
    }

    @Test
    void example26TheDistanceBetweenTheTwoSystemsIs470AndAHalfMetres() {
        enter("C23a", "121.9340897");
        enter("C23b", "30.8976360");

        BigDecimal distance = computed("cam-f", HOST, "C23").orElseThrow();
        assertThat(distance.setScale(1, RoundingMode.HALF_UP)).isEqualByComparingTo("470.5");
        assertThat(verdict("cam-f", HOST, "C23")).isEqualTo(Verdict.ABNORMAL);
    }

    @Test
    void withoutCoordinatesInTheLedgerThereIsNoDistance() {
        enter("C23a", "121.93");
        enter("C23b", "30.9");

        assertThat(computed("cam-f", Map.of(), "C23")).isEmpty();
    }

    private void enter(String slot, String number) {
        answers.put(SlotId.parse(slot), Forms.number(number));
    }

    private void online(String due, String online, int excluded) {
        for (String part : List.of("all", "key")) {
            enter("V02." + part, due);
            enter("V03." + part, online);
        }
        answers.put(SlotId.of("V05"), cameras(excluded, "key", "yes"));
    }

    private static ReadingValue cameras(int rows, String column, String cell) {
        return new ReadingValue.Table(IntStream.range(0, rows)
                .mapToObj(i -> Map.of("gb_code", "C" + i, column, cell))
                .toList());
    }

    private FormPlan plan(String form, Map<String, String> known) {
        return Forms.plan(form, known, readings());
    }

    private Map<SlotId, Reading> readings() {
        Map<SlotId, Reading> readings = new LinkedHashMap<>();
        answers.forEach((slot, value) ->
                readings.put(slot, new Reading(slot, value, null, List.of(), null, Verdict.RECORDED, Forms.AT)));
        return readings;
    }

    private Optional<BigDecimal> computed(String form, Map<String, String> known, String slot) {
        return Optional.ofNullable(
                        Forms.ENGINE.computed(plan(form, known), readings()).get(SlotId.of(slot)))
                .map(value -> ((ReadingValue.Measured) value).number());
    }

    private String shown(String form, Map<String, String> known, String slot) {
        return computed(form, known, slot)
                .orElseThrow()
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private Verdict verdict(String form, Map<String, String> known, String slot) {
        FormPlan plan = plan(form, known);
        BigDecimal number = computed(form, known, slot).orElseThrow();
        return Forms.ENGINE.judge(plan.slot(SlotId.of(slot)).orElseThrow(), new ReadingValue.Measured(number), null);
    }
}
