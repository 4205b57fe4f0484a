package xundang.model.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlierTest {
    private static List<BigDecimal> values(String... numbers) {
        return Arrays.stream(numbers).map(BigDecimal::new).toList();
    }

    @Test
    void threeEarlierValuesSayNothing() {
        assertThat(Outlier.of(new BigDecimal("999"), values("386", "384", "388"), "V"))
                .isEmpty();
    }

    @Test
    void fourEarlierValuesAreEnough() {
        assertThat(Outlier.of(new BigDecimal("428"), values("386", "384", "388", "386"), "V"))
                .contains(new Outlier(new BigDecimal("386"), new BigDecimal("5.18910"), 4));
    }

    @ParameterizedTest
    @CsvSource({"391.1891, false", "391.1892, true", "380.8109, false", "380.8108, true"})
    void exactlyAtTheToleranceIsNoOutlier(String number, boolean outlier) {
        assertThat(Outlier.of(new BigDecimal(number), values("386", "384", "388", "386"), "V")
                        .isPresent())
                .isEqualTo(outlier);
    }

    @ParameterizedTest
    @CsvSource({"50.2, false", "50.3, true"})
    void aDeviceThatNeverMovedMayStillMoveByWhatAnInstrumentScatters(String number, boolean outlier) {
        assertThat(Outlier.of(new BigDecimal(number), values("50.0", "50.0", "50.0", "50.0"), "Hz")
                        .isPresent())
                .isEqualTo(outlier);
    }

    @Test
    void oneEarlierSlipDoesNotSpoilTheRule() {
        assertThat(Outlier.of(new BigDecimal("428"), values("386", "384", "3860", "387", "385"), "V"))
                .isPresent();
        assertThat(Outlier.of(new BigDecimal("388"), values("386", "384", "3860", "387", "385"), "V"))
                .isEmpty();
    }

    @Test
    void theMedianOfAnEvenNumberOfValuesIsExact() {
        assertThat(Outlier.of(new BigDecimal("99"), values("2.1", "2.2", "2.3", "2.4"), "V"))
                .map(Outlier::median)
                .contains(new BigDecimal("2.25"));
    }
}
