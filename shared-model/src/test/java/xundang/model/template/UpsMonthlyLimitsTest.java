package xundang.model.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every limit of form (a) at, inside and outside each of its bounds. */
class UpsMonthlyLimitsTest {
    @ParameterizedTest
    @CsvSource({
        "M01, yes, NORMAL",
        "M01, no, ABNORMAL",
        "M02, inverter, NORMAL",
        "M02, eco, WARNING",
        "M02, bypass, ABNORMAL",
        "M02, battery, ABNORMAL",
        "M02, maintenance_bypass, ABNORMAL",
        "M02, off, ABNORMAL",
        "M03, none, NORMAL",
        "M03, notice, WARNING",
        "M03, alarm, ABNORMAL",
        "M04, 0, NORMAL",
        "M04, 1, WARNING",
        "M04, 250, WARNING",
        "M04, -1, ABNORMAL",
        "M05.L1, 342, NORMAL",
        "M05.L1, 341.9, WARNING",
        "M05.L2, 380, NORMAL",
        "M05.L3, 418, NORMAL",
        "M05.L1, 418.1, WARNING",
        "M05.L1, 323, WARNING",
        "M05.L1, 322.9, ABNORMAL",
        "M05.L1, 437, WARNING",
        "M05.L1, 437.1, ABNORMAL",
        "M06, 49.5, NORMAL",
        "M06, 50.5, NORMAL",
        "M06, 49.49, WARNING",
        "M06, 50.51, WARNING",
        "M06, 47.5, WARNING",
        "M06, 47.49, ABNORMAL",
        "M06, 52.5, WARNING",
        "M06, 52.51, ABNORMAL",
        "M07.L1, 396, NORMAL",
        "M07.L1, 404, NORMAL",
        "M07.L1, 395.9, WARNING",
        "M07.L1, 404.1, WARNING",
        "M07.L1, 388, WARNING",
        "M07.L1, 387.9, ABNORMAL",
        "M07.L1, 412, WARNING",
        "M07.L1, 412.1, ABNORMAL",
        "M08, 49.5, NORMAL",
        "M08, 50.5, NORMAL",
        "M08, 49, WARNING",
        "M08, 51, WARNING",
        "M08, 48.99, ABNORMAL",
        "M08, 51.01, ABNORMAL",
        "M09.L1, 0, RECORDED",
        "M09.L2, 9999, RECORDED",
        "M10.L1, 0, NORMAL",
        "M10.L1, 80, NORMAL",
        "M10.L1, 80.1, WARNING",
        "M10.L1, 90, WARNING",
        "M10.L1, 90.1, ABNORMAL",
        "M10.L1, -0.1, ABNORMAL",
        "M11, 20, NORMAL",
        "M11, 20.000001, WARNING",
        "M11, 30, WARNING",
        "M11, 30.01, ABNORMAL",
        "M12, 409.2, NORMAL",
        "M12, 427.8, NORMAL",
        "M12, 409.1, WARNING",
        "M12, 427.9, WARNING",
        "M12, 401.016, WARNING",
        "M12, 401.015, ABNORMAL",
        "M12, 436.356, WARNING",
        "M12, 436.357, ABNORMAL",
        "M13, 5, NORMAL",
        "M13, 5.01, ABNORMAL",
        "M13, 0.3, NORMAL",
        "M14, 15, NORMAL",
        "M14, 30, NORMAL",
        "M14, 14.9, WARNING",
        "M14, 30.1, WARNING",
        "M14, 10, WARNING",
        "M14, 35, WARNING",
        "M14, 9.9, ABNORMAL",
        "M14, 35.1, ABNORMAL",
        "M15, 20, NORMAL",
        "M15, 30, NORMAL",
        "M15, 19.9, WARNING",
        "M15, 30.1, WARNING",
        "M15, 15, WARNING",
        "M15, 35, WARNING",
        "M15, 14.9, ABNORMAL",
        "M15, 35.1, ABNORMAL",
        "M16, 35, NORMAL",
        "M16, 75, NORMAL",
        "M16, 34.9, WARNING",
        "M16, 75.1, WARNING",
        "M16, 20, WARNING",
        "M16, 80, WARNING",
        "M16, 19.9, ABNORMAL",
        "M16, 80.1, ABNORMAL",
        "M17, normal, NORMAL",
        "M17, dusty, WARNING",
        "M17, noisy, WARNING",
        "M17, stopped, ABNORMAL",
        "M18, no, NORMAL",
        "M18, yes, ABNORMAL",
        "M19, normal, NORMAL",
        "M19, corrosion, WARNING",
        "M19, creep, ABNORMAL",
        "M19, bulge, ABNORMAL",
        "M19, leak, ABNORMAL",
        "M19, crack, ABNORMAL",
        "M19, corrosion+leak, ABNORMAL",
        "M20, yes, NORMAL",
        "M20, no, ABNORMAL",
        "M21, 60, NORMAL",
        "M21, 60.1, WARNING",
        "M21, 70, WARNING",
        "M21, 70.1, ABNORMAL",
        "M22, synchronised, NORMAL",
        "M22, detached, WARNING",
        "M22, fault, ABNORMAL",
        "M23, 30, NORMAL",
        "M23, 29.9, WARNING",
        "M23, 24, WARNING",
        "M23, 23.9, ABNORMAL",
        "M24, yes, NORMAL",
        "M24, no, ABNORMAL",
        "M26, 更换滤网, RECORDED",
        "M27, 建议扩容, RECORDED",
        "M28, 示例员甲, RECORDED",
        "M29, 示例员乙, RECORDED"
    })
    void judgesAtInsideAndOutsideEachBound(String slotId, String entered, Verdict expected) {
        FormSlot slot = Forms.slot(Forms.FULL, slotId);

        assertThat(Forms.ENGINE.judge(slot, Forms.value(slot, entered), null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "M05.L1, v_in_nom",
        "M07.L1, v_out_set",
        "M10.L1, redundancy",
        "M12, jar_count",
        "M12, jar_v",
        "M13, float_current_max",
        "M23, rated_backup_min"
    })
    void aLimitThatLacksAnAttributeIsNotGuessed(String slotId, String attribute) {
        Map<String, String> lacking = new HashMap<>(Forms.FULL);
        lacking.remove(attribute);
        FormSlot slot = Forms.slot(lacking, slotId);

        assertThat(slot.limits().missingAttributes()).containsExactly(attribute);
        assertThat(slot.limits().normal()).isNull();
        assertThat(Forms.ENGINE.judge(slot, Forms.number("50"), null)).isEqualTo(Verdict.UNJUDGED);
    }

    @Test
    void anAttributeThatIsNoNumberCountsAsMissing() {
        Map<String, String> odd = new HashMap<>(Forms.FULL);
        odd.put("v_in_nom", "380V/400V");

        assertThat(Forms.slot(odd, "M05.L1").limits().missingAttributes()).containsExactly("v_in_nom");
    }

    @Test
    void ecoIsNormalWhereItIsAllowed() {
        Map<String, String> eco = new HashMap<>(Forms.FULL);
        eco.put("eco_allowed", "true");

        assertThat(Forms.ENGINE.judge(Forms.slot(eco, "M02"), Forms.choice("eco"), null))
                .isEqualTo(Verdict.NORMAL);
    }

    @ParameterizedTest
    @CsvSource({"-15, 10, 323, NORMAL", "-15, 10, 322.9, ABNORMAL", "-25, 23, 285, NORMAL", "-25, 23, 467.4, NORMAL"})
    void theModelsOwnInputToleranceStandsInForTheDefault(String low, String high, String volts, Verdict expected) {
        Map<String, String> tolerance = new HashMap<>(Forms.FULL);
        tolerance.put("v_in_low_pct", low);
        tolerance.put("v_in_high_pct", high);

        assertThat(Forms.ENGINE.judge(Forms.slot(tolerance, "M05.L1"), Forms.number(volts), null))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "N+1, 3, 53.33, NORMAL",
        "N+1, 3, 53.34, WARNING",
        "N+1, 3, 60, WARNING",
        "N+1, 3, 60.01, ABNORMAL",
        "N+1, 2, 40, NORMAL",
        "N+1, 2, 40.01, WARNING",
        "2N, 2, 40, NORMAL",
        "2N, 2, 45, WARNING",
        "2N, 2, 45.1, ABNORMAL"
    })
    void redundancyLowersTheLoadLimit(String redundancy, String units, String percent, Verdict expected) {
        Map<String, String> parallel = new HashMap<>(Forms.FULL);
        parallel.put("redundancy", redundancy);
        parallel.put("parallel_n", units);

        assertThat(Forms.ENGINE.judge(Forms.slot(parallel, "M10.L1"), Forms.number(percent), null))
                .isEqualTo(expected);
    }

    @Test
    void anAttributeThatDividesByZeroLeavesTheLimitUnjudged() {
        Map<String, String> odd = new HashMap<>(Forms.FULL);
        odd.put("redundancy", "N+1");
        odd.put("parallel_n", "0");

        assertThat(Forms.slot(odd, "M10.L1").limits().missingAttributes()).containsExactly("parallel_n");
    }

    @Test
    void contradictingAttributesLeaveTheLimitUnjudged() {
        Map<String, String> odd = new HashMap<>(Forms.FULL);
        odd.put("float_v_cell_min", "2.4");

        SlotLimits limits = Forms.slot(odd, "M12").limits();
        assertThat(limits.missingAttributes()).isEmpty();
        assertThat(limits.obstacle().kind()).isEqualTo(SlotLimits.Obstacle.Kind.CONTRADICTING);
        assertThat(limits.obstacle().attributes())
                .extracting(SlotLimits.Named::attribute)
                .containsExactly("float_v_cell_max", "float_v_cell_min", "jar_count", "jar_v");
        assertThat(Forms.ENGINE.judge(Forms.slot(odd, "M12"), Forms.number("420"), null))
                .isEqualTo(Verdict.UNJUDGED);
    }

    @ParameterizedTest
    @CsvSource({
        "M05.L1, P+model",
        "M06, P",
        "M07.L1, E10+model",
        "M10.L1, E10+model/P+model",
        "M12, P+model",
        "M13, model",
        "M15, E1/P",
        "M16, E1/P",
        "M23, model/P+model"
    })
    void aLimitSaysWhereEveryValueInItComesFrom(String slotId, String source) {
        assertThat(Forms.slot(Forms.FULL, slotId).limits().source()).isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource({
        "M05.L1, v_in_low_pct, -10, v_in_high_pct, 10, model/P+model",
        "M06, f_nom, 50, f_nom, 50, P+model",
        "M10.L1, load_limit_pct, 70, load_limit_pct, 70, model/P+model",
        "M12, float_v_cell_min, 2.24, float_v_cell_max, 2.26, model/P+model",
        "M12, float_v_cell_min, 2.24, float_v_cell_min, 2.24, P+model"
    })
    void aValueOfTheLedgerIsNotCalledPractice(
            String slotId, String attribute, String value, String other, String otherValue, String source) {
        Map<String, String> own = new HashMap<>(Forms.FULL);
        own.put(attribute, value);
        own.put(other, otherValue);

        assertThat(Forms.slot(own, slotId).limits().source()).isEqualTo(source);
    }

    @Test
    void sixJarsOfTwelveVoltsHaveAsManyCellsAsTheirVoltageSays() {
        Map<String, String> strings = new HashMap<>(Forms.FULL);
        strings.put("jar_count", "31");
        strings.put("jar_v", "12");

        assertThat(Forms.slot(strings, "M12").limits().normal().low()).isEqualByComparingTo("409.2");
    }

    @Test
    void aSkippedItemIsNotJudged() {
        xundang.model.inspection.Skip skip =
                new xundang.model.inspection.Skip(xundang.model.inspection.Skip.Kind.NOT_APPLICABLE, "无并机");

        assertThat(Forms.ENGINE.judge(Forms.slot(Forms.FULL, "M22"), null, skip))
                .isEqualTo(Verdict.SKIPPED);
    }

    @Test
    void aValueOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> Forms.ENGINE.judge(Forms.slot(Forms.FULL, "M06"), Forms.choice("normal"), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("M06");
    }

    @Test
    void anOptionThatTheItemDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> Forms.ENGINE.judge(Forms.slot(Forms.FULL, "M17"), Forms.choice("rusty"), null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
