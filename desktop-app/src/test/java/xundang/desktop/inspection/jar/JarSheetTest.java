package xundang.desktop.inspection.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import xundang.model.battery.JarReading;
import xundang.model.battery.OhmicUnit;
import xundang.model.inspection.ReadingValue;

class JarSheetTest {
    private static final CellValue VOLTS = new CellValue.Figure(new BigDecimal("2.25"));
    private static final CellValue REASON = new CellValue.Words("够不着");

    private final JarSheet counted = JarSheet.of(null, 24, OhmicUnit.RESISTANCE);

    private static JarCell voltage(int position) {
        return new JarCell(position, JarColumn.VOLTAGE);
    }

    @Test
    void theLedgersNumberOfJarsIsLaidOut() {
        assertThat(counted.length()).isEqualTo(24);
        assertThat(counted.answer()).isEmpty();
    }

    @Test
    void whereTheLedgerKnowsTheNumberOnlyFilledRowsAreRecorded() {
        assertThat(counted.with(Map.of(voltage(7), VOLTS)).answer().orElseThrow().jars())
                .containsExactly(JarReading.of(7, new BigDecimal("2.25"), null));
    }

    @Test
    void whereItDoesNotTheBlankRowsSayHowLongTheStringIs() {
        JarSheet asked = JarSheet.of(null, null, OhmicUnit.RESISTANCE);
        ReadingValue.Jars answer = asked.resized(6).orElseThrow().answer().orElseThrow();
        assertThat(answer.jars()).extracting(JarReading::position).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(JarSheet.of(answer, null, OhmicUnit.RESISTANCE).length()).isEqualTo(6);
    }

    @Test
    void rowsThatHoldSomethingAreNotCutOff() {
        JarSheet six = JarSheet.of(null, null, OhmicUnit.RESISTANCE).resized(6).orElseThrow();
        assertThat(six.with(Map.of(voltage(6), VOLTS)).resized(5)).isEmpty();
        assertThat(six.with(Map.of(voltage(5), VOLTS)).resized(5)).isPresent();
    }

    @Test
    void anAnswerBeyondTheLedgersNumberStaysInSight() {
        ReadingValue.Jars answer = new ReadingValue.Jars(null, List.of(JarReading.of(30, new BigDecimal("2.25"), null)));
        assertThat(JarSheet.of(answer, 24, OhmicUnit.RESISTANCE).length()).isEqualTo(30);
    }

    @Test
    void aVoltageTakesThePlaceOfAReason() {
        JarCell why = new JarCell(3, JarColumn.REASON);
        JarSheet left = counted.with(Map.of(why, REASON));
        assertThat(left.row(3).reason()).isEqualTo("够不着");
        assertThat(left.with(Map.of(voltage(3), VOLTS)).row(3).reason()).isNull();
        assertThat(left.with(Map.of(voltage(3), VOLTS)).obstacle(why, REASON)).contains(CellFault.MEASURED_ALREADY);
    }

    @Test
    void ohmicValuesAreNotTurnedIntoAnotherUnit() {
        JarSheet measured =
                counted.with(Map.of(new JarCell(1, JarColumn.OHMIC), new CellValue.Figure(new BigDecimal("0.5"))));
        assertThat(counted.with(OhmicUnit.CONDUCTANCE).unit()).isEqualTo(OhmicUnit.CONDUCTANCE);
        assertThatThrownBy(() -> measured.with(OhmicUnit.CONDUCTANCE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCellIsWrittenInAFewCharactersAndReadAgain() {
        IntStream.of(1, 17, 400)
                .boxed()
                .flatMap(position -> JarColumn.ALL.stream().map(column -> new JarCell(position, column)))
                .forEach(cell -> assertThat(JarCell.parse(cell.text())).contains(cell));
        assertThat(JarCell.parse("L1")).isEmpty();
    }
}
