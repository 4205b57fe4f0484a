package xundang.model.battery;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xundang.model.inspection.ReadingValue;
import xundang.model.template.Verdict;

/** Worked example 19 of the domain specification, and the edges of J1 to J4. */
class JarRulesTest {
    private static final List<String> VOLTS = List.of("2.25", "2.24", "2.26", "2.25", "2.12", "2.25");
    private static final List<String> OHMS = List.of("0.52", "0.51", "0.50", "0.53", "0.78", "0.61");

    @Test
    void example19TheMeanIsTwoPointTwoTwoEightThreeAndTheSpreadOf140MillivoltIsAWarning() {
        JarJudgement judged = JarRules.judge(table(VOLTS, OHMS), limits(1, 6, baseline(6, "0.50")));

        assertThat(rounded(judged.statistics().mean(), 4)).isEqualTo("2.2283");
        assertThat(judged.statistics().spread()).isEqualByComparingTo("0.140");
        assertThat(judged.spread()).isEqualTo(Verdict.WARNING);
    }

    @Test
    void example19JarFiveIsAbnormalByDeviationByCellVoltageAndByResistance() {
        JarJudgement judged = JarRules.judge(table(VOLTS, OHMS), limits(1, 6, baseline(6, "0.50")));
        JarVerdict five = judged.jars().get(4);

        assertThat(rounded(five.deviationMv(), 1)).isEqualTo("-108.3");
        assertThat(five.verdicts())
                .containsEntry(JarRule.DEVIATION, Verdict.ABNORMAL)
                .containsEntry(JarRule.CELL_VOLTAGE, Verdict.ABNORMAL)
                .containsEntry(JarRule.OHMIC, Verdict.ABNORMAL);
        assertThat(judged.findings())
                .containsExactly(
                        new JarJudgement.Finding(5, Set.of(JarRule.CELL_VOLTAGE, JarRule.DEVIATION, JarRule.OHMIC)));
        assertThat(judged.overall()).isEqualTo(Verdict.ABNORMAL);
    }

    @Test
    void example19ResistanceOverBaselineIsAbnormalForJarFiveAndAWarningForJarSix() {
        JarJudgement judged = JarRules.judge(table(VOLTS, OHMS), limits(1, 6, baseline(6, "0.50")));

        assertThat(judged.jars())
                .extracting(jar -> rounded(jar.ohmicRatio(), 2))
                .containsExactly("1.04", "1.02", "1.00", "1.06", "1.56", "1.22");
        assertThat(judged.jars())
                .extracting(jar -> jar.verdicts().get(JarRule.OHMIC))
                .containsExactly(
                        Verdict.NORMAL,
                        Verdict.NORMAL,
                        Verdict.NORMAL,
                        Verdict.NORMAL,
                        Verdict.ABNORMAL,
                        Verdict.WARNING);
        assertThat(judged.comparedWith(JarVerdict.BaselineKind.OWN)).isEqualTo(6);
    }

    @Test
    void withoutABaselineTheMedianOfTheStringStandsInAndTheJudgementSaysSo() {
        JarJudgement judged = JarRules.judge(table(VOLTS, OHMS), limits(1, 6, Map.of(3, new BigDecimal("0.25"))));

        assertThat(judged.statistics().ohmicMedian()).isEqualByComparingTo("0.525");
        assertThat(judged.jars().get(0).baselineKind()).isEqualTo(JarVerdict.BaselineKind.STRING_MEDIAN);
        assertThat(judged.jars().get(2).baselineKind()).isEqualTo(JarVerdict.BaselineKind.OWN);
        assertThat(judged.jars().get(2).verdicts()).containsEntry(JarRule.OHMIC, Verdict.ABNORMAL);
        assertThat(judged.comparedWith(JarVerdict.BaselineKind.STRING_MEDIAN)).isEqualTo(5);
    }

    /** Defaults 2.20–2.30 normal, 2.18–2.35 warning, bounds inclusive. */
    @ParameterizedTest
    @CsvSource({
        "1, 2.20, NORMAL",
        "1, 2.30, NORMAL",
        "1, 2.199, WARNING",
        "1, 2.18, WARNING",
        "1, 2.179, ABNORMAL",
        "1, 2.301, WARNING",
        "1, 2.35, WARNING",
        "1, 2.351, ABNORMAL",
        "3, 6.60, NORMAL",
        "3, 6.59, WARNING",
        "3, 6.53, ABNORMAL",
        "6, 13.80, NORMAL",
        "6, 13.81, WARNING",
        "6, 14.11, ABNORMAL"
    })
    void j1JudgesTheAverageCellOfAJar(int cells, String volts, Verdict verdict) {
        JarJudgement judged = JarRules.judge(table(List.of(volts), null), limits(cells, 1, Map.of()));

        assertThat(judged.jars().getFirst().verdicts()).containsEntry(JarRule.CELL_VOLTAGE, verdict);
    }

    /** Two jars: each stands half their distance from the mean. */
    @ParameterizedTest
    @CsvSource({
        "1, 2.20, 2.30, NORMAL", "1, 2.20, 2.302, WARNING", "1, 2.10, 2.30, WARNING", "1, 2.10, 2.302, ABNORMAL",
        "6, 13.20, 13.80, NORMAL", "6, 13.20, 13.81, WARNING", "6, 13.00, 14.20, WARNING", "6, 13.00, 14.21, ABNORMAL"
    })
    void j2JudgesTheDistanceFromTheMeanPerTwoVoltCell(int cells, String one, String other, Verdict verdict) {
        JarJudgement judged = JarRules.judge(table(List.of(one, other), null), limits(cells, 2, Map.of()));

        assertThat(judged.jars())
                .extracting(jar -> jar.verdicts().get(JarRule.DEVIATION))
                .containsOnly(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2.20, 2.29, NORMAL", "1, 2.20, 2.291, WARNING",
        "3, 6.60, 6.84, NORMAL", "3, 6.60, 6.841, WARNING",
        "6, 13.20, 13.68, NORMAL", "6, 13.20, 13.681, WARNING",
        "6, 10.00, 14.00, WARNING"
    })
    void j3WarnsOfASpreadAndIsNeverWorse(int cells, String low, String high, Verdict verdict) {
        assertThat(JarRules.judge(table(List.of(low, high), null), limits(cells, 2, Map.of()))
                        .spread())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "RESISTANCE, 0.5999, NORMAL",
        "RESISTANCE, 0.60, WARNING",
        "RESISTANCE, 0.7499, WARNING",
        "RESISTANCE, 0.75, ABNORMAL",
        "RESISTANCE, 0.10, NORMAL",
        "CONDUCTANCE, 0.4001, NORMAL",
        "CONDUCTANCE, 0.40, WARNING",
        "CONDUCTANCE, 0.30, WARNING",
        "CONDUCTANCE, 0.2999, ABNORMAL",
        "CONDUCTANCE, 0.90, NORMAL"
    })
    void j4JudgesResistanceUpwardsAndConductanceDownwards(OhmicUnit unit, String ohmic, Verdict verdict) {
        ReadingValue.Jars table = new ReadingValue.Jars(unit, List.of(JarReading.of(1, null, new BigDecimal(ohmic))));

        assertThat(JarRules.judge(table, limits(1, 1, baseline(1, "0.50")))
                        .jars()
                        .getFirst()
                        .verdicts())
                .containsEntry(JarRule.OHMIC, verdict);
    }

    @Test
    void whileTheJarVoltageIsUnknownVoltagesAreNotJudgedButResistancesAre() {
        JarLimits unknown = limits(null, 6, baseline(6, "0.50"));
        JarJudgement judged = JarRules.judge(table(VOLTS, OHMS), unknown);

        assertThat(judged.jars().getFirst().verdicts())
                .containsEntry(JarRule.CELL_VOLTAGE, Verdict.UNJUDGED)
                .containsEntry(JarRule.DEVIATION, Verdict.UNJUDGED)
                .containsEntry(JarRule.OHMIC, Verdict.NORMAL);
        assertThat(judged.spread()).isEqualTo(Verdict.UNJUDGED);
        assertThat(judged.jars().getFirst().overall()).isEqualTo(Verdict.UNJUDGED);
    }

    @Test
    void positionsWithoutAVoltageOrAReasonAreMissingAndThoseAboveTheCountAreBeyond() {
        ReadingValue.Jars table = new ReadingValue.Jars(
                null,
                List.of(
                        JarReading.of(1, new BigDecimal("2.25"), null),
                        new JarReading(2, null, null, null, List.of(), "够不到"),
                        new JarReading(3, null, null, new BigDecimal("25"), List.of(), null),
                        JarReading.of(9, new BigDecimal("2.25"), null)));
        JarJudgement judged = JarRules.judge(table, limits(1, 4, Map.of()));

        assertThat(judged.missing()).containsExactly(3, 4);
        assertThat(judged.beyond()).containsExactly(9);
        assertThat(judged.jars().get(1).overall()).isEqualTo(Verdict.SKIPPED);
    }

    @Test
    void aLeakingJarIsAbnormalWhateverItsVoltage() {
        ReadingValue.Jars table = new ReadingValue.Jars(
                null, List.of(new JarReading(1, new BigDecimal("2.25"), null, null, List.of(JarLook.LEAK), null)));

        assertThat(JarRules.judge(table, limits(1, 1, Map.of())).findings())
                .containsExactly(new JarJudgement.Finding(1, Set.of(JarRule.LOOK)));
    }

    @Test
    void everyAbnormalJarOfALongStringIsOneFinding() {
        List<String> volts = new ArrayList<>(
                IntStream.rangeClosed(1, 400).mapToObj(i -> "2.25").toList());
        volts.set(16, "2.10");
        volts.set(399, "1.90");

        assertThat(JarRules.judge(table(volts, null), limits(1, 400, Map.of())).findings())
                .extracting(JarJudgement.Finding::position)
                .containsExactly(17, 400);
    }

    private static ReadingValue.Jars table(List<String> volts, @Nullable List<String> ohms) {
        return new ReadingValue.Jars(
                ohms == null ? null : OhmicUnit.RESISTANCE,
                IntStream.range(0, volts.size())
                        .mapToObj(i -> JarReading.of(
                                i + 1, new BigDecimal(volts.get(i)), ohms == null ? null : new BigDecimal(ohms.get(i))))
                        .toList());
    }

    private static JarLimits limits(@Nullable Integer cells, int count, Map<Integer, BigDecimal> baselines) {
        return new JarLimits(
                count,
                cells,
                new BigDecimal("2.20"),
                new BigDecimal("2.30"),
                new BigDecimal("2.18"),
                new BigDecimal("2.35"),
                baselines);
    }

    private static Map<Integer, BigDecimal> baseline(int count, String ohms) {
        return IntStream.rangeClosed(1, count)
                .boxed()
                .collect(java.util.stream.Collectors.toMap(i -> i, i -> new BigDecimal(ohms)));
    }

    private static String rounded(BigDecimal number, int places) {
        return number.setScale(places, RoundingMode.HALF_UP).toPlainString();
    }
}
