package xundang.desktop.inspection.ui.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import xundang.desktop.inspection.jar.CellFault;
import xundang.desktop.inspection.jar.JarCell;
import xundang.desktop.inspection.jar.JarColumn;
import xundang.desktop.testing.SampleJars;
import xundang.model.battery.JarJudgement.Finding;
import xundang.model.battery.JarLook;
import xundang.model.battery.JarReading;
import xundang.model.battery.JarRule;
import xundang.model.battery.OhmicUnit;
import xundang.model.inspection.ReadingValue;
import xundang.model.template.Verdict;

class JarTableViewModelTest {
    private final List<ReadingValue.Jars> answers = new ArrayList<>();
    private final List<JarCell> places = new ArrayList<>();
    private JarTableViewModel jars = model(6);

    private JarTableViewModel model(Integer count) {
        return new JarTableViewModel(
                SampleJars.limits(count), null, OhmicUnit.RESISTANCE, JarCell.FIRST, (answer, next) -> {
                    answers.add(answer);
                    places.add(next);
                });
    }

    private void type(String text) {
        jars.textProperty().set(text);
        jars.enter(true);
    }

    private BigDecimal volts(int position) {
        return jars.sheet().row(position).voltage();
    }

    private static JarCell cell(int position, JarColumn column) {
        return new JarCell(position, column);
    }

    @Test
    void enterCommitsTheCellAndGoesDown() {
        type("2.25");
        assertThat(volts(1)).isEqualByComparingTo("2.25");
        assertThat(jars.cell()).isEqualTo(cell(2, JarColumn.VOLTAGE));
        assertThat(answers.getLast().jars()).containsExactly(JarReading.of(1, new BigDecimal("2.25"), null));
        assertThat(places).containsExactly(cell(2, JarColumn.VOLTAGE));
    }

    @Test
    void fromTheLastJarEnterGoesToTheTopOfTheNextColumn() {
        List.of("2.25", "2.24", "2.26", "2.25", "2.25", "2.24").forEach(this::type);
        assertThat(jars.cell()).isEqualTo(cell(1, JarColumn.OHMIC));
        jars.enter(false);
        assertThat(jars.cell()).isEqualTo(cell(6, JarColumn.VOLTAGE));
    }

    @Test
    void textInANumberIsRefusedAtTheCellAndStays() {
        type("2.2V5");
        assertThat(jars.messageProperty().get()).isEqualTo(new CellMessage.Refused(CellFault.NOT_A_NUMBER));
        assertThat(jars.textProperty().get()).isEqualTo("2.2V5");
        assertThat(jars.cell()).isEqualTo(JarCell.FIRST);
        assertThat(answers).isEmpty();
        assertThat(jars.select(cell(4, JarColumn.VOLTAGE))).isFalse();
    }

    @Test
    void anAbsurdNumberIsTakenWithTheSecondEnterOnly() {
        type("22.5");
        assertThat(jars.messageProperty().get()).isInstanceOf(CellMessage.Asked.class);
        assertThat(answers).isEmpty();
        jars.enter(true);
        assertThat(volts(1)).isEqualByComparingTo("22.5");
    }

    @Test
    void anotherAbsurdNumberIsAskedAboutAnew() {
        type("22.5");
        type("225");
        assertThat(answers).isEmpty();
        assertThat(jars.messageProperty().get()).isInstanceOf(CellMessage.Asked.class);
    }

    @Test
    void fullWidthDigitsAndDecimalCommasAreTaken() {
        type("２，２５");
        type("2,24");
        assertThat(volts(1)).isEqualByComparingTo("2.25");
        assertThat(volts(2)).isEqualByComparingTo("2.24");
    }

    @Test
    void undoTakesBackWhatIsTypedThenTheLastCell() {
        type("2.25");
        type("2.24");
        jars.textProperty().set("2.");
        jars.undo();
        assertThat(jars.textProperty().get()).isEmpty();
        jars.undo();
        assertThat(volts(2)).isNull();
        assertThat(jars.cell()).isEqualTo(cell(2, JarColumn.VOLTAGE));
        assertThat(answers.getLast().jars()).hasSize(1);
        jars.undo();
        assertThat(answers.getLast()).isNull();
    }

    @Test
    void aKeyChoosesALookAndNormalStandsAlone() {
        jars.select(cell(2, JarColumn.LOOK));
        assertThat(jars.chooseLook('5')).isTrue();
        assertThat(jars.chooseLook('b')).isTrue();
        assertThat(jars.sheet().row(2).appearance()).containsExactly(JarLook.CORROSION, JarLook.LEAK);
        jars.chooseLook('1');
        assertThat(jars.sheet().row(2).appearance()).containsExactly(JarLook.NORMAL);
        assertThat(jars.chooseLook('9')).isFalse();
        jars.clear();
        assertThat(jars.sheet().row(2).appearance()).isEmpty();
    }

    @Test
    void aJarThatCannotBeMeasuredHasAReason() {
        jars.select(cell(3, JarColumn.REASON));
        type("够不着");
        assertThat(jars.missing()).containsExactly(1, 2, 4, 5, 6);
        jars.select(cell(1, JarColumn.VOLTAGE));
        type("2.25");
        jars.select(cell(1, JarColumn.REASON));
        type("够不着");
        assertThat(jars.messageProperty().get()).isEqualTo(new CellMessage.Refused(CellFault.MEASURED_ALREADY));
    }

    /** Domain specification, section 7, example 19. */
    @Test
    void exampleNineteenComesOutOfTheTable() {
        List.of("2.25", "2.24", "2.26", "2.25", "2.12", "2.25").forEach(this::type);
        List.of("0.52", "0.51", "0.50", "0.53", "0.78", "0.61").forEach(this::type);
        assertThat(jars.judgement().statistics().mean()).isCloseTo(new BigDecimal("2.2283"), within("0.0001"));
        assertThat(jars.judgement().spread()).isEqualTo(Verdict.WARNING);
        assertThat(jars.verdict(5).deviationMv()).isCloseTo(new BigDecimal("-108.3"), within("0.05"));
        assertThat(jars.verdict(5).verdicts())
                .containsEntry(JarRule.DEVIATION, Verdict.ABNORMAL)
                .containsEntry(JarRule.CELL_VOLTAGE, Verdict.ABNORMAL);
        assertThat(jars.judgement().findings()).extracting(Finding::position).containsExactly(5);
    }

    private static Offset<BigDecimal> within(String by) {
        return Offset.offset(new BigDecimal(by));
    }

    @Test
    void aGoodPasteIsOneStep() {
        jars.paste("2.25\t0.50\n2.24\t0.51\n");
        assertThat(answers).hasSize(1);
        assertThat(jars.pasteProperty().get()).isNull();
        jars.undo();
        assertThat(answers.getLast()).isNull();
    }

    @Test
    void aPasteWithFaultsChangesNothingBeforeThePersonSaysSo() {
        jars.paste("2.25\n电压\n2.24\n");
        assertThat(answers).isEmpty();
        assertThat(jars.pasteProperty().get().problems()).hasSize(1);
        jars.takePaste();
        assertThat(answers).hasSize(1);
        assertThat(answers.getLast().jars()).extracting(JarReading::position).containsExactly(1, 3);
        jars.undo();
        assertThat(jars.missing()).hasSize(6);
    }

    @Test
    void aPasteThatIsCancelledLeavesWhatIsThere() {
        type("2.25");
        jars.select(JarCell.FIRST);
        jars.paste("2.20\nx\n");
        jars.cancelPaste();
        assertThat(volts(1)).isEqualByComparingTo("2.25");
        assertThat(answers).hasSize(1);
    }

    @Test
    void withoutTheLedgersNumberThePersonSaysHowManyJarsThereAre() {
        jars = model(null);
        assertThat(jars.needsCount()).isTrue();
        assertThat(jars.resize("0")).isFalse();
        assertThat(jars.resize("401")).isFalse();
        assertThat(jars.resize("二十")).isFalse();
        assertThat(jars.resize("２４")).isTrue();
        assertThat(jars.needsCount()).isFalse();
        assertThat(answers.getLast().jars()).hasSize(24);
    }

    @Test
    void theMetersUnitIsChosenBeforeTheFirstValue() {
        assertThat(jars.measureIn(OhmicUnit.CONDUCTANCE)).isTrue();
        jars.select(cell(1, JarColumn.OHMIC));
        type("1850");
        assertThat(answers.getLast().ohmicUnit()).isEqualTo(OhmicUnit.CONDUCTANCE);
        assertThat(jars.measureIn(OhmicUnit.RESISTANCE)).isFalse();
    }

    @Test
    void aTableIsOpenedAgainWhereItWasLeft() {
        JarTableViewModel again = new JarTableViewModel(
                SampleJars.limits(186),
                SampleJars.measured(16),
                OhmicUnit.RESISTANCE,
                cell(17, JarColumn.VOLTAGE),
                (answer, next) -> {});
        assertThat(again.cell()).isEqualTo(cell(17, JarColumn.VOLTAGE));
        assertThat(again.sheet().row(16).voltage()).isEqualByComparingTo(SampleJars.volts(16));
    }

    @Test
    void theStoresAnswerDoesNotDisturbWhatIsTyped() {
        type("2.25");
        jars.textProperty().set("2.2");
        jars.replace(answers.getLast());
        assertThat(jars.textProperty().get()).isEqualTo("2.2");
        jars.replace(null);
        assertThat(jars.missing()).hasSize(6);
    }

    @Test
    void eachAbnormalJarIsAFindingWithItsRules() {
        List.of("2.25", "2.24", "2.26", "2.25", "2.12", "2.25").forEach(this::type);
        assertThat(jars.judgement().findings())
                .containsExactly(new Finding(5, Set.of(JarRule.CELL_VOLTAGE, JarRule.DEVIATION)));
        assertThat(jars.positions(Verdict.ABNORMAL)).containsExactly(5);
    }
}
