package xundang.desktop.inspection.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingGuessTest {
    private static FileTable table(String... lines) {
        return FileTable.of(
                "tester.csv",
                Arrays.stream(lines).map(line -> List.of(line.split(",", -1))).toList());
    }

    @Test
    void chineseHeadingsWithUnitsAreUnderstood() {
        ColumnMapping mapping =
                MappingGuess.of(table("电池编号,单体电压（mV）,内阻(μΩ),温度(℃),外观", "1,2251,502,23.1,正常"));
        assertThat(mapping)
                .isEqualTo(new ColumnMapping(
                        1,
                        0,
                        Map.of(JarColumn.VOLTAGE, 1, JarColumn.OHMIC, 2, JarColumn.TEMPERATURE, 3, JarColumn.LOOK, 4),
                        Map.of(
                                JarColumn.VOLTAGE, TesterUnit.MILLIVOLT,
                                JarColumn.OHMIC, TesterUnit.MICROOHM,
                                JarColumn.TEMPERATURE, TesterUnit.CELSIUS)));
    }

    @Test
    void englishHeadingsInAnyOrderAreUnderstood() {
        ColumnMapping mapping = MappingGuess.of(
                table("Date,Voltage [V],Cell No.,Conductance (S),Temp", "2026-11-20,2.25,1,1850,23"));
        assertThat(mapping.position()).isEqualTo(2);
        assertThat(mapping.column(JarColumn.VOLTAGE)).contains(1);
        assertThat(mapping.column(JarColumn.OHMIC)).contains(3);
        assertThat(mapping.unit(JarColumn.OHMIC)).isEqualTo(TesterUnit.SIEMENS);
        assertThat(mapping.column(JarColumn.TEMPERATURE)).contains(4);
    }

    @Test
    void aReportsHeadAndARowOfUnitsAreSkipped() {
        ColumnMapping mapping = MappingGuess.of(
                table("蓄电池测试报告", "组端电压,418.5", "", "序号,电压,内阻", ",mV,mΩ", "1,2251,0.50"));
        assertThat(mapping.firstRow()).isEqualTo(5);
        assertThat(mapping.unit(JarColumn.VOLTAGE)).isEqualTo(TesterUnit.MILLIVOLT);
        assertThat(mapping.unit(JarColumn.OHMIC)).isEqualTo(TesterUnit.MILLIOHM);
    }

    @Test
    void figuresOfTheStringAndLimitsAreNoReadings() {
        ColumnMapping mapping =
                MappingGuess.of(table("序号,总电压,平均电压,电压上限,单体电压,电压偏差", "1,418,2.25,2.30,2.24,0.01"));
        assertThat(mapping.columns()).isEqualTo(Map.of(JarColumn.VOLTAGE, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "2251, 502, MILLIVOLT, MICROOHM",
        "2.251, 0.502, VOLT, MILLIOHM",
        "13.51, 0.0035, VOLT, OHM"
    })
    void withoutUnitsTheReadingsThemselvesTell(String volts, String ohms, TesterUnit voltage, TesterUnit ohmic) {
        ColumnMapping mapping = MappingGuess.of(table("序号,电压,内阻", "1," + volts + "," + ohms));
        assertThat(mapping.unit(JarColumn.VOLTAGE)).isEqualTo(voltage);
        assertThat(mapping.unit(JarColumn.OHMIC)).isEqualTo(ohmic);
    }

    @Test
    void withoutHeadingsTheColumnThatCountsIsThePosition() {
        ColumnMapping mapping = MappingGuess.of(table("1,2.25,0.5", "2,2.24,0.5", "3,2.26,0.5"));
        assertThat(mapping.firstRow()).isZero();
        assertThat(mapping.position()).isZero();
        assertThat(mapping.column(JarColumn.VOLTAGE)).contains(1);
    }

    @Test
    void aTesterIsKnownAgainByItsHeadingsWhateverStandsAbove() {
        assertThat(MappingGuess.signature(table("报告 A", "序号,电压(V)", "1,2.25")))
                .isEqualTo(MappingGuess.signature(table("序号,电压（V）", "1,2.20")));
        assertThat(MappingGuess.signature(table("1,2.25", "2,2.24"))).isEmpty();
    }
}
