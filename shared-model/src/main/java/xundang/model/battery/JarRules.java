package xundang.model.battery;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import xundang.model.inspection.ReadingValue;
import xundang.model.template.Verdict;

/**
 * The rules J1 to J4 of the jar table; domain specification, section 4. Pure. Verdicts compare exact products and never a rounded quotient,
 * so that a jar at a limit is judged by the limit.
 */
public final class JarRules {
    /** J2, V per 2 V cell [P]. */
    private static final BigDecimal DEVIATION_NORMAL = new BigDecimal("0.050");

    private static final BigDecimal DEVIATION_WARN = new BigDecimal("0.100");

    /** J3, V by cells of a jar: 2 V, 6 V and 12 V [P]. */
    private static final Map<Integer, BigDecimal> SPREAD_NORMAL =
            Map.of(1, new BigDecimal("0.090"), 3, new BigDecimal("0.240"), 6, new BigDecimal("0.480"));

    /** J4 for resistance: below the first normal, below the second a warning. */
    private static final BigDecimal RESISTANCE_NORMAL = new BigDecimal("1.20");

    private static final BigDecimal RESISTANCE_WARN = new BigDecimal("1.50");

    /** J4 for conductance: above the first normal, from the second up a warning [P]. */
    private static final BigDecimal CONDUCTANCE_NORMAL = new BigDecimal("0.80");

    private static final BigDecimal CONDUCTANCE_WARN = new BigDecimal("0.60");

    private static final BigDecimal MILLI = BigDecimal.valueOf(1000);
    private static final MathContext SHOWN = MathContext.DECIMAL128;

    private final ReadingValue.Jars table;
    private final JarLimits limits;
    private final StringStatistics statistics;

    private JarRules(ReadingValue.Jars table, JarLimits limits) {
        this.table = table;
        this.limits = limits;
        this.statistics = statistics(table);
    }

    /** Judges a table, complete or not: every row by what is there so far. */
    public static JarJudgement judge(ReadingValue.Jars table, JarLimits limits) {
        return new JarRules(table, limits).judgement();
    }

    private JarJudgement judgement() {
        List<JarVerdict> jars = table.jars().stream().map(this::jar).toList();
        Set<Integer> answered = new HashSet<>();
        table.jars().stream().filter(JarReading::isAnswered).forEach(jar -> answered.add(jar.position()));
        Integer count = limits.count();
        List<Integer> missing = count == null
                ? List.of()
                : IntStream.rangeClosed(1, count)
                        .filter(position -> !answered.contains(position))
                        .boxed()
                        .toList();
        List<Integer> beyond = table.jars().stream()
                .map(JarReading::position)
                .filter(position -> count != null && position > count)
                .toList();
        return new JarJudgement(statistics, jars, spread(), missing, beyond);
    }

    /** The string's figures, for the heat map's heading while values are still being typed. */
    public static StringStatistics statistics(ReadingValue.Jars table) {
        List<BigDecimal> volts = values(table, JarReading::voltage);
        BigDecimal sum = volts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (volts.isEmpty()) {
            return new StringStatistics(0, sum, null, null, null, null, median(table));
        }
        BigDecimal lowest = Collections.min(volts);
        BigDecimal highest = Collections.max(volts);
        BigDecimal mean = sum.divide(BigDecimal.valueOf(volts.size()), SHOWN);
        return new StringStatistics(volts.size(), sum, mean, lowest, highest, highest.subtract(lowest), median(table));
    }

    private static @Nullable BigDecimal median(ReadingValue.Jars table) {
        List<BigDecimal> sorted =
                values(table, JarReading::ohmic).stream().sorted().toList();
        if (sorted.isEmpty()) {
            return null;
        }
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.valueOf(2), SHOWN);
    }

    private static List<BigDecimal> values(ReadingValue.Jars table, Measured measured) {
        List<BigDecimal> values = new ArrayList<>();
        for (JarReading jar : table.jars()) {
            BigDecimal value = measured.of(jar);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private interface Measured {
        @Nullable
        BigDecimal of(JarReading jar);
    }

    private JarVerdict jar(JarReading jar) {
        Map<JarRule, Verdict> verdicts = new EnumMap<>(JarRule.class);
        BigDecimal perCell = null;
        BigDecimal deviation = null;
        BigDecimal voltage = jar.voltage();
        if (voltage != null) {
            verdicts.put(JarRule.CELL_VOLTAGE, cellVoltage(voltage));
            verdicts.put(JarRule.DEVIATION, deviation(voltage));
            if (limits.cells() != null) {
                BigDecimal cells = BigDecimal.valueOf(limits.cells());
                perCell = voltage.divide(cells, SHOWN);
                deviation = voltage.subtract(Objects.requireNonNull(statistics.mean()))
                        .multiply(MILLI)
                        .divide(cells, SHOWN);
            }
        }
        BigDecimal own = limits.baselines().get(jar.position());
        boolean usesOwn = own != null && own.signum() > 0;
        BigDecimal baseline = usesOwn ? own : statistics.ohmicMedian();
        BigDecimal ohmic = jar.ohmic();
        if (ohmic == null || baseline == null || baseline.signum() <= 0) {
            look(jar, verdicts);
            return new JarVerdict(
                    jar.position(), Collections.unmodifiableMap(verdicts), perCell, deviation, null, null, null);
        }
        verdicts.put(JarRule.OHMIC, ohmic(ohmic, baseline));
        look(jar, verdicts);
        return new JarVerdict(
                jar.position(),
                Collections.unmodifiableMap(verdicts),
                perCell,
                deviation,
                baseline,
                usesOwn ? JarVerdict.BaselineKind.OWN : JarVerdict.BaselineKind.STRING_MEDIAN,
                ohmic.divide(baseline, SHOWN));
    }

    private static void look(JarReading jar, Map<JarRule, Verdict> verdicts) {
        if (!jar.appearance().isEmpty()) {
            verdicts.put(
                    JarRule.LOOK,
                    Verdict.worst(
                            jar.appearance().stream().map(JarLook::verdict).toList()));
        }
    }

    private Verdict cellVoltage(BigDecimal voltage) {
        BigDecimal floatMin = limits.floatMin();
        BigDecimal floatMax = limits.floatMax();
        BigDecimal alarmLow = limits.alarmLow();
        BigDecimal alarmHigh = limits.alarmHigh();
        if (limits.cells() == null
                || floatMin == null
                || floatMax == null
                || alarmLow == null
                || alarmHigh == null
                || floatMin.compareTo(floatMax) > 0) {
            return Verdict.UNJUDGED;
        }
        BigDecimal cells = BigDecimal.valueOf(limits.cells());
        if (within(voltage, floatMin.multiply(cells), floatMax.multiply(cells))) {
            return Verdict.NORMAL;
        }
        return within(voltage, alarmLow.multiply(cells), alarmHigh.multiply(cells))
                ? Verdict.WARNING
                : Verdict.ABNORMAL;
    }

    private Verdict deviation(BigDecimal voltage) {
        if (limits.cells() == null) {
            return Verdict.UNJUDGED;
        }
        // |v − sum ÷ n| ÷ cells against the limit, multiplied by n and by the cells
        BigDecimal count = BigDecimal.valueOf(statistics.voltages());
        BigDecimal distance = voltage.multiply(count).subtract(statistics.sum()).abs();
        BigDecimal scale = BigDecimal.valueOf(limits.cells()).multiply(count);
        if (distance.compareTo(DEVIATION_NORMAL.multiply(scale)) <= 0) {
            return Verdict.NORMAL;
        }
        return distance.compareTo(DEVIATION_WARN.multiply(scale)) <= 0 ? Verdict.WARNING : Verdict.ABNORMAL;
    }

    private Verdict spread() {
        BigDecimal spread = statistics.spread();
        if (spread == null || statistics.voltages() < 2) {
            return Verdict.RECORDED;
        }
        BigDecimal limit = limits.cells() == null ? null : SPREAD_NORMAL.get(limits.cells());
        if (limit == null) {
            return Verdict.UNJUDGED;
        }
        return spread.compareTo(limit) <= 0 ? Verdict.NORMAL : Verdict.WARNING;
    }

    private Verdict ohmic(BigDecimal ohmic, BigDecimal baseline) {
        return switch (Objects.requireNonNull(table.ohmicUnit())) {
            case RESISTANCE -> {
                if (ohmic.compareTo(RESISTANCE_NORMAL.multiply(baseline)) < 0) {
                    yield Verdict.NORMAL;
                }
                yield ohmic.compareTo(RESISTANCE_WARN.multiply(baseline)) < 0 ? Verdict.WARNING : Verdict.ABNORMAL;
            }
            case CONDUCTANCE -> {
                if (ohmic.compareTo(CONDUCTANCE_NORMAL.multiply(baseline)) > 0) {
                    yield Verdict.NORMAL;
                }
                yield ohmic.compareTo(CONDUCTANCE_WARN.multiply(baseline)) >= 0 ? Verdict.WARNING : Verdict.ABNORMAL;
            }
        };
    }

    private static boolean within(BigDecimal number, BigDecimal low, BigDecimal high) {
        return number.compareTo(low) >= 0 && number.compareTo(high) <= 0;
    }
}
