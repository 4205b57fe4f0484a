package xundang.desktop.inspection.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xundang.model.battery.JarLook;
import xundang.model.battery.OhmicUnit;

class JarInputTest {
    private final JarInput input = new JarInput(OhmicUnit.RESISTANCE, 1);

    @ParameterizedTest
    @ValueSource(strings = {"2.25", "２．２５", "2,25", " 2.25 ", "2。25"})
    void aVoltageIsReadHoweverItIsTyped(String typed) {
        assertThat(input.read(JarColumn.VOLTAGE, typed))
                .isEqualTo(new CellInput.Value(new CellValue.Figure(new BigDecimal("2.25"))));
    }

    @ParameterizedTest
    @CsvSource({
        "VOLTAGE, 2.2V, NOT_A_NUMBER",
        "VOLTAGE, 2.25.1, NOT_A_NUMBER",
        "OHMIC, 内阻, NOT_A_NUMBER",
        "TEMPERATURE, 二十, NOT_A_NUMBER",
        "VOLTAGE, 22512345678901, TOO_MANY_DIGITS",
        "OHMIC, 0, NOT_POSITIVE",
        "OHMIC, -0.5, NOT_POSITIVE",
        "LOOK, 很好, UNKNOWN_LOOK"
    })
    void whatIsNoValueOfTheColumnIsRefused(JarColumn column, String typed, CellFault fault) {
        assertThat(input.read(column, typed)).isEqualTo(new CellInput.Wrong(fault));
    }

    @ParameterizedTest
    @CsvSource({"VOLTAGE, 22.5", "VOLTAGE, 225", "VOLTAGE, 0.2", "VOLTAGE, -2.1", "OHMIC, 520", "TEMPERATURE, 235"})
    void anAbsurdMagnitudeIsAskedAbout(JarColumn column, String typed) {
        assertThat(input.read(column, typed)).isInstanceOf(CellInput.Doubtful.class);
    }

    @Test
    void whatIsUsualDependsOnTheJarAndOnTheMeter() {
        assertThat(new JarInput(OhmicUnit.RESISTANCE, 6).read(JarColumn.VOLTAGE, "13.5"))
                .isInstanceOf(CellInput.Value.class);
        assertThat(new JarInput(OhmicUnit.CONDUCTANCE, 1).read(JarColumn.OHMIC, "1850"))
                .isInstanceOf(CellInput.Value.class);
        assertThat(new JarInput(OhmicUnit.RESISTANCE, null).read(JarColumn.VOLTAGE, "13.5"))
                .isInstanceOf(CellInput.Value.class);
    }

    @Test
    void looksAreReadAsWords() {
        assertThat(input.read(JarColumn.LOOK, "漏液、腐蚀"))
                .isEqualTo(new CellInput.Value(new CellValue.Looks(List.of(JarLook.CORROSION, JarLook.LEAK))));
    }

    @Test
    void blankIsNothing() {
        assertThat(input.read(JarColumn.VOLTAGE, " ")).isEqualTo(new CellInput.Value(new CellValue.Blank()));
    }
}
