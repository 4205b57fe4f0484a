package xundang.model.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlausibilityTest {
    private static SlotLimits limits(
            @Nullable String low, @Nullable String high, @Nullable String least, @Nullable String most) {
        return new SlotLimits(range(low, high), range(least, most), List.of(), List.of(), "P");
    }

    private static Range range(@Nullable String low, @Nullable String high) {
        return new Range(low == null ? null : new BigDecimal(low), high == null ? null : new BigDecimal(high));
    }

    private static boolean isPlausible(SlotLimits limits, String number) {
        return Plausibility.of(limits).orElseThrow().contains(new BigDecimal(number));
    }

    @ParameterizedTest
    @CsvSource({"380, true", "0, false", "38, false", "3800, false", "250, true", "-380, false"})
    void aTenfoldSlipOfAnInputVoltageIsAskedAbout(String number, boolean plausible) {
        assertThat(isPlausible(limits("342", "418", "323", "437"), number)).isEqualTo(plausible);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "400, true", "401, false", "-1, false"})
    void whereOnlyAnUpperLimitIsKnownNumbersBeginAtZero(String number, boolean plausible) {
        assertThat(isPlausible(limits(null, "60", null, "80"), number)).isEqualTo(plausible);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "70, true", "1000000, true", "-1, false"})
    void aLimitOfNothingDoesNotSayHowManyThereCanBe(String number, boolean plausible) {
        assertThat(isPlausible(limits("0", "0", "0", null), number)).isEqualTo(plausible);
    }

    @ParameterizedTest
    @CsvSource({"-20, true", "-26, false"})
    void belowZeroIsPlausibleWhereARangeGoesThere(String number, boolean plausible) {
        assertThat(isPlausible(limits("0", "30", "-5", "40"), number)).isEqualTo(plausible);
    }

    @Test
    void withoutLimitsNothingIsKnown() {
        assertThat(Plausibility.of(null)).isEmpty();
        assertThat(Plausibility.of(limits(null, null, null, null))).isEqualTo(Optional.empty());
    }
}
