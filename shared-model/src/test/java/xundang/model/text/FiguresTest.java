package xundang.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void aTypedNumberKeepsItsDecimals() {
        assertThat(Figures.shown(new BigDecimal("0.5200"))).isEqualTo("0.5200");
    }

    @Test
    void aComputedNumberIsShownWithTwoDecimalsHalfUp() {
        BigDecimal imbalance = new BigDecimal(600).divide(new BigDecimal(36), MathContext.DECIMAL128);

        assertThat(Figures.shown(imbalance)).isEqualTo("16.67");
    }
}
