package xundang.model.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberInputTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "380|380",
                "  231.5 |231.5",
                "２３１．５|231.5",
                "２３１。５|231.5",
                "-3|-3",
                "－３|-3",
                "−3|-3",
                "+7|7",
                "3,5|3.5",
                "３，５|3.5",
                "0.50|0.50",
                "007|7",
                "　42　|42"
            })
    void readsWhatPeopleTypeAndKeepsTheDecimals(String typed, BigDecimal expected) {
        assertThat(NumberInput.parse(typed)).isEqualTo(new NumberInput.Parsed(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"三八零", "38O", "1.2.3", "3 8", "1e5", ".", "-", "5.", ".5", "NaN", "380V", "1,234", "1,234,567"})
    void refusesWhatIsNoNumberOrHasTwoReadings(String typed) {
        assertThat(NumberInput.parse(typed)).isEqualTo(new NumberInput.NotANumber(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6901234567892", "1.2345678", "-1234567890"})
    void refusesMoreDigitsThanAnyReadingHas(String typed) {
        assertThat(NumberInput.parse(typed)).isEqualTo(new NumberInput.Absurd(typed));
    }

    @Test
    void spacesAloneAreBlank() {
        assertThat(NumberInput.parse(" 　 ")).isEqualTo(new NumberInput.Blank());
    }
}
