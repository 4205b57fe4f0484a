package xundang.desktop.inspection.ui.jar;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.jar.JarMetric;
import xundang.model.battery.JarLimits;
import xundang.model.battery.JarReading;
import xundang.model.battery.OhmicUnit;

/**
 * What the bars of a metric show, and between which values. The axis does not begin at zero: what matters are a few per cent.
 *
 * @param lines horizontal lines: limits and the mean
 */
record BarScale(double low, double high, List<Line> lines) {
    private static final double MARGIN = 0.08;

    /** A horizontal line with the name of its tone. */
    record Line(double at, String tone, boolean dashed, String word) {}

    /** The value that a jar's bar has; absent when it was not measured. */
    static @Nullable BigDecimal value(JarMetric metric, JarReading jar) {
        return switch (metric) {
            case DEVIATION, VERDICT -> jar.voltage();
            case OHMIC -> jar.ohmic();
            case TEMPERATURE -> jar.temperature();
        };
    }

    /** The scale for what is measured so far; empty while nothing is. */
    static Optional<BarScale> of(JarTableViewModel jars, JarMetric metric) {
        double[] values = jars.sheet().rows().stream()
                .map(jar -> value(metric, jar))
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .toArray();
        if (values.length == 0) {
            return Optional.empty();
        }
        List<Line> lines = lines(jars, metric);
        double[] all = Stream.concat(
                        lines.stream().map(Line::at), Arrays.stream(values).boxed())
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        double least = all[0];
        double most = all[all.length - 1];
        double margin = Math.max((most - least) * MARGIN, 0.001);
        return Optional.of(new BarScale(least - margin, most + margin, lines));
    }

    private static List<Line> lines(JarTableViewModel jars, JarMetric metric) {
        List<Line> lines = new ArrayList<>();
        JarLimits limits = jars.limits();
        switch (metric) {
            case DEVIATION, VERDICT -> {
                cell(lines, limits, limits.alarmLow(), "danger");
                cell(lines, limits, limits.floatMin(), "warning");
                cell(lines, limits, limits.floatMax(), "warning");
                cell(lines, limits, limits.alarmHigh(), "danger");
                mean(lines, jars.judgement().statistics().mean(), 3);
            }
            case OHMIC -> {
                BigDecimal median = jars.judgement().statistics().ohmicMedian();
                boolean resistance = jars.sheet().unit() == OhmicUnit.RESISTANCE;
                times(lines, median, resistance ? 1.2 : 0.8, "warning");
                times(lines, median, resistance ? 1.5 : 0.6, "danger");
                mean(lines, median, 3);
            }
            case TEMPERATURE -> {
                lines.add(new Line(30, "warning", false, "30"));
                lines.add(new Line(35, "danger", false, "35"));
            }
        }
        return lines;
    }

    private static void cell(List<Line> lines, JarLimits limits, @Nullable BigDecimal perCell, String tone) {
        if (perCell != null && limits.cells() != null) {
            BigDecimal volts = perCell.multiply(BigDecimal.valueOf(limits.cells()));
            lines.add(new Line(volts.doubleValue(), tone, false, CellTexts.figure(volts, 2)));
        }
    }

    private static void times(List<Line> lines, @Nullable BigDecimal median, double factor, String tone) {
        if (median != null) {
            lines.add(new Line(median.doubleValue() * factor, tone, false, "×" + factor));
        }
    }

    private static void mean(List<Line> lines, @Nullable BigDecimal mean, int decimals) {
        if (mean != null) {
            lines.add(new Line(mean.doubleValue(), "ink", true, CellTexts.figure(mean, decimals)));
        }
    }
}
