package xundang.desktop.inspection.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xundang.desktop.inspection.jar.ImportProblem.Kind;
import xundang.model.battery.OhmicUnit;

class ImportPlannerTest {
    private JarSheet sheet = JarSheet.of(null, 6, OhmicUnit.RESISTANCE);

    private ImportPlan plan(String... lines) {
        FileTable table = FileTable.of(
                "tester.csv",
                Arrays.stream(lines).map(line -> List.of(line.split(",", -1))).toList());
        return ImportPlanner.plan(sheet, table, MappingGuess.of(table), 1);
    }

    private static CellValue number(String text) {
        return new CellValue.Figure(new BigDecimal(text));
    }

    private static JarCell voltage(int position) {
        return new JarCell(position, JarColumn.VOLTAGE);
    }

    @Test
    void readingsComeOverInTheTablesUnits() {
        ImportPlan plan = plan("序号,电压(mV),内阻(μΩ),温度(℃)", "1,2251,502,23.1");
        assertThat(plan.values())
                .isEqualTo(Map.of(
                        voltage(1), number("2.251"),
                        new JarCell(1, JarColumn.OHMIC), number("0.502"),
                        new JarCell(1, JarColumn.TEMPERATURE), number("23.1")));
        assertThat(plan.unit()).contains(OhmicUnit.RESISTANCE);
    }

    @Test
    void missingPositionsAreNamed() {
        assertThat(plan("序号,电压(V)", "1,2.25", "3,2.24").missing()).containsExactly(2, 4, 5, 6);
    }

    @Test
    void ofAPositionThatStandsTwiceNeitherIsTaken() {
        ImportPlan plan = plan("序号,电压(V)", "1,2.25", "2,2.24", "1,2.20");
        assertThat(plan.values()).containsOnlyKeys(voltage(2));
        assertThat(plan.problems())
                .extracting(ImportProblem::row, ImportProblem::kind)
                .containsExactly(tuple(2, Kind.POSITION_TWICE), tuple(4, Kind.POSITION_TWICE));
    }

    @Test
    void positionsOfNoJarAndUnreadableOnesAreNamed() {
        ImportPlan plan = plan("序号,电压(V)", "0,2.25", "7,2.25", "1-3,2.25", "第一节,2.25", "2,2.25");
        assertThat(plan.problems())
                .extracting(ImportProblem::text, ImportProblem::kind)
                .containsExactly(
                        tuple("0", Kind.POSITION_OUT_OF_RANGE),
                        tuple("7", Kind.POSITION_OUT_OF_RANGE),
                        tuple("1-3", Kind.POSITION_UNREADABLE),
                        tuple("第一节", Kind.POSITION_UNREADABLE));
        assertThat(plan.jars()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "02", "#2", "2#", "No.2", "第2节", "Cell 2", "2.0", "２"})
    void aPositionIsReadHoweverTheTesterWritesIt(String position) {
        assertThat(plan("序号,电压(V)", position + ",2.25").values()).containsOnlyKeys(voltage(2));
    }

    @Test
    void readingsThatAreNoneAreNamedAndTheRestOfTheRowIsTaken() {
        ImportPlan plan = plan("序号,电压(V),内阻(mΩ)", "1,2.25,OL", "2,,0.5", "3,22.5,0.5", "4,2.25,0");
        assertThat(plan.problems())
                .extracting(ImportProblem::row, ImportProblem::kind)
                .containsExactly(
                        tuple(2, Kind.NOT_A_NUMBER),
                        tuple(3, Kind.NO_VOLTAGE),
                        tuple(4, Kind.ABSURD),
                        tuple(5, Kind.NOT_POSITIVE));
        assertThat(plan.values())
                .containsOnlyKeys(
                        voltage(1),
                        voltage(4),
                        new JarCell(2, JarColumn.OHMIC),
                        new JarCell(3, JarColumn.OHMIC));
    }

    @Test
    void anotherUnitBehindAReadingCounts() {
        assertThat(plan("序号,电压(V)", "1,2251 mV", "2,2.24V").values())
                .isEqualTo(Map.of(voltage(1), number("2.251"), voltage(2), number("2.24")));
    }

    @Test
    void summaryRowsAndBlankRowsAreNoReadings() {
        ImportPlan plan = plan("序号,电压(V)", "1,2.25", "", "平均,2.25", "最大值,2.26");
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.jars()).isEqualTo(1);
    }

    @Test
    void withoutAColumnOfPositionsTheRowsAreTheJarsInOrder() {
        assertThat(plan("单体电压(V)", "2.25", "2.24").jars()).isEqualTo(2);
        assertThat(plan("时间,单体电压(V)", "14:05,2.25", "14:06,2.24").values())
                .isEqualTo(Map.of(voltage(1), number("2.25"), voltage(2), number("2.24")));
    }

    @Test
    void digitsOfABinaryNumberAreNoAbsurdity() {
        assertThat(plan("序号,电压(V)", "1,2.2530000209").values()).containsValue(number("2.253"));
    }

    @Test
    void whatItWouldReplaceIsCounted() {
        sheet = sheet.with(Map.of(voltage(1), number("2.20"), voltage(2), number("2.25")));
        assertThat(plan("序号,电压(V)", "1,2.25", "2,2.250").replaced()).isEqualTo(1);
        assertThat(plan("序号,电压(V)", "2,2.25", "3,2.25").replaced()).isZero();
    }

    @Test
    void resistanceAndConductanceDoNotStandInOneTable() {
        sheet = sheet.with(Map.of(new JarCell(1, JarColumn.OHMIC), number("0.5")));
        ImportPlan plan = plan("序号,电压(V),电导(S)", "1,2.25,1850");
        assertThat(plan.problems()).extracting(ImportProblem::kind).containsExactly(Kind.OTHER_UNIT);
        assertThat(plan.taken(sheet).unit()).isEqualTo(OhmicUnit.RESISTANCE);
    }

    @Test
    void anEmptyTableTakesTheFilesUnit() {
        assertThat(plan("序号,电压(V),电导(S)", "1,2.25,1850").taken(sheet).unit()).isEqualTo(OhmicUnit.CONDUCTANCE);
    }
}
