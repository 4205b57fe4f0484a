package xundang.desktop.inspection.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import xundang.model.battery.OhmicUnit;

class PastePlanTest {
    private final JarInput input = new JarInput(OhmicUnit.RESISTANCE, 1);
    private final JarSheet sheet = JarSheet.of(null, 6, OhmicUnit.RESISTANCE);

    private PastePlan at(int position, JarColumn column, String text) {
        return PastePlan.of(sheet, new JarCell(position, column), text, input);
    }

    private static CellValue number(String text) {
        return new CellValue.Figure(new BigDecimal(text));
    }

    @Test
    void aRectangleIsLaidFromTheCellDownAndToTheRight() {
        PastePlan plan = at(2, JarColumn.VOLTAGE, "2.25\t0.50\r\n2.24\t0.51\r\n");
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.values())
                .isEqualTo(Map.of(
                        new JarCell(2, JarColumn.VOLTAGE), number("2.25"),
                        new JarCell(2, JarColumn.OHMIC), number("0.50"),
                        new JarCell(3, JarColumn.VOLTAGE), number("2.24"),
                        new JarCell(3, JarColumn.OHMIC), number("0.51")));
    }

    @Test
    void textInANumberIsNamedByRowAndColumnAndTheRestIsGood() {
        PastePlan plan = at(1, JarColumn.VOLTAGE, "2.25\t0.50\n电压\t0.51\n");
        assertThat(plan.problems()).containsExactly(new CellProblem(2, 1, "电压", CellFault.NOT_A_NUMBER));
        assertThat(plan.values()).hasSize(3);
    }

    @Test
    void raggedRowsAreNamed() {
        PastePlan plan = at(1, JarColumn.VOLTAGE, "2.25\t0.50\n2.24\n2.26\t0.51\t23\n");
        assertThat(plan.problems())
                .extracting(CellProblem::row, CellProblem::fault)
                .containsExactly(
                        tuple(2, CellFault.RAGGED),
                        tuple(3, CellFault.RAGGED));
        assertThat(plan.values()).hasSize(6);
    }

    @Test
    void rowsBeyondTheLastJarAreNamed() {
        PastePlan plan = at(6, JarColumn.VOLTAGE, "2.25\n2.24\n");
        assertThat(plan.problems()).containsExactly(new CellProblem(2, 1, "2.24", CellFault.BEYOND_LAST_POSITION));
        assertThat(plan.values()).hasSize(1);
    }

    @Test
    void columnsBeyondTheLastAreNamed() {
        PastePlan plan = at(1, JarColumn.REASON, "够不着\t23\n");
        assertThat(plan.problems()).containsExactly(new CellProblem(1, 2, "23", CellFault.BEYOND_LAST_COLUMN));
    }

    @Test
    void anAbsurdMagnitudeIsNotTaken() {
        assertThat(at(1, JarColumn.VOLTAGE, "2250\n").problems())
                .containsExactly(new CellProblem(1, 1, "2250", CellFault.ABSURD));
    }

    @Test
    void whatItWouldReplaceIsCounted() {
        JarSheet filled = sheet.with(Map.of(
                new JarCell(1, JarColumn.VOLTAGE), number("2.20"), new JarCell(2, JarColumn.VOLTAGE), number("2.25")));
        PastePlan plan = PastePlan.of(filled, JarCell.FIRST, "2.25\n2.25\n2.25\n", input);
        assertThat(plan.replaced()).isEqualTo(1);
    }

    @Test
    void aReasonBesideAVoltageIsNotTaken() {
        PastePlan plan = at(1, JarColumn.VOLTAGE, "2.25\t\t\t\t够不着\n");
        assertThat(plan.problems()).containsExactly(new CellProblem(1, 5, "够不着", CellFault.MEASURED_ALREADY));
    }

    @Test
    void aQuotedCellIsOneCellAndAnOpenQuoteDoesNoHarm() {
        assertThat(at(1, JarColumn.REASON, "\"够不着\n要梯子\"\n").values())
                .containsValue(new CellValue.Words("够不着\n要梯子"));
        assertThat(at(1, JarColumn.VOLTAGE, "\"2.25\n2.24\n").problems()).isNotEmpty();
    }
}
