package xundang.model.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;

/** Worked example 21 of the domain specification, and what surrounds it. */
class ImbalanceTest {
    private final FormPlan plan = Forms.plan(Forms.FULL);

    @Test
    void example21PhasesOf42And36And30AreSixteenPointSixSevenPercentAndNormal() {
        ReadingValue value = computed("42", "36", "30").get(SlotId.of("M11"));

        BigDecimal number = ((ReadingValue.Measured) value).number();
        assertThat(number.setScale(2, RoundingMode.HALF_UP)).isEqualTo("16.67");
        assertThat(Forms.ENGINE.judge(plan.slot(SlotId.of("M11")).orElseThrow(), value, null))
                .isEqualTo(Verdict.NORMAL);
    }

    @Test
    void example21ThreeUnitsInNPlusOneAllowLoadUpToFiftyThreePointThreeThreePercent() {
        FormSlot load = Forms.slot(Map.of("phases", "1-1", "redundancy", "N+1", "parallel_n", "3"), "M10");

        assertThat(load.limits().normal().high().setScale(2, RoundingMode.HALF_UP))
                .isEqualTo("53.33");
        assertThat(load.limits().warn().high()).isEqualTo("60");
    }

    @Test
    void theVerdictUsesTheUnroundedValue() {
        // mean 100, deviation 20.001: shown as 20.00, yet above the limit
        ReadingValue value = computed("120.001", "100", "79.999").get(SlotId.of("M11"));

        assertThat(Forms.ENGINE.judge(plan.slot(SlotId.of("M11")).orElseThrow(), value, null))
                .isEqualTo(Verdict.WARNING);
    }

    @Test
    void thereIsNoImbalanceUntilAllPhasesAreRead() {
        assertThat(computed("42", "36")).isEmpty();
    }

    @Test
    void thereIsNoImbalanceWithoutCurrent() {
        assertThat(computed("0", "0", "0")).isEmpty();
    }

    @Test
    void aFormWithoutTheItemHasNoImbalance() {
        FormPlan single = Forms.plan(Map.of("phases", "1-1"));
        FormSlot current = single.slot(SlotId.of("M09")).orElseThrow();
        Map<SlotId, Reading> readings = Map.of(current.id(), Forms.reading(current, Forms.number("42")));

        assertThat(Forms.ENGINE.computed(single, readings)).isEmpty();
    }

    private Map<SlotId, ReadingValue> computed(String... currents) {
        Map<SlotId, Reading> readings = new LinkedHashMap<>();
        for (int i = 0; i < currents.length; i++) {
            FormSlot slot = plan.slot(SlotId.parse("M09.L" + (i + 1))).orElseThrow();
            readings.put(slot.id(), Forms.reading(slot, Forms.number(currents[i])));
        }
        return Forms.ENGINE.computed(plan, readings);
    }
}
