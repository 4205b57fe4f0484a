package xundang.desktop.inspection.ui.jar;

import java.math.BigDecimal;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Look;
import xundang.desktop.platform.theme.Parts;
import xundang.model.battery.JarJudgement;
import xundang.model.battery.JarReading;
import xundang.model.battery.JarVerdict;
import xundang.model.battery.StringStatistics;
import xundang.model.template.Verdict;

/** The string in one line: how far it is measured, mean, lowest and highest with their positions, spread, how many jars stand out, the baseline. */
final class JarStatistics extends FlowPane {
    private final JarTableViewModel jars;
    private final UiTexts texts;
    private final Label measured = figure("measured");
    private final Label mean = figure("mean");
    private final Label lowest = figure("lowest");
    private final Label highest = figure("highest");
    private final Label spread = figure("spread");
    private final Label watched = figure("watched");
    private final Label abnormal = figure("abnormal");
    private final Label baseline = figure("baseline");

    JarStatistics(JarTableViewModel jars, UiTexts texts) {
        super(16, 2);
        this.jars = jars;
        this.texts = texts;
        setId("jar-statistics");
        getStyleClass().add("jar-statistics");
        getChildren().addAll(measured, mean, lowest, highest, spread, watched, abnormal, baseline);
        jars.revisionProperty().subscribe(this::show);
        show();
    }

    private static Label figure(String name) {
        Label label = Parts.label("", "figures");
        label.setId("jar-statistics-" + name);
        return label;
    }

    private void show() {
        JarJudgement judged = jars.judgement();
        StringStatistics figures = judged.statistics();
        int length = jars.sheet().length();
        set(
                measured,
                texts.get("inspection.jar.measured", length - jars.missing().size(), length),
                null);
        set(mean, texts.get("inspection.jar.mean", CellTexts.figure(figures.mean(), 4)), null);
        set(lowest, at("inspection.jar.lowest", figures.lowest()), null);
        set(highest, at("inspection.jar.highest", figures.highest()), null);
        set(
                spread,
                texts.get(
                        "inspection.jar.spread",
                        millivolts(figures.spread()),
                        texts.of(judged.spread().label())),
                judged.spread());
        set(watched, Verdict.WARNING, "inspection.jar.watched");
        set(abnormal, Verdict.ABNORMAL, "inspection.jar.abnormal");
        set(baseline, baseline(judged), null);
    }

    private String at(String key, @Nullable BigDecimal volts) {
        return texts.get(
                key,
                CellTexts.figure(volts, 4),
                jars.sheet().rows().stream()
                        .filter(row -> same(row.voltage(), volts))
                        .findFirst()
                        .map(JarReading::position)
                        .map(String::valueOf)
                        .orElse("\u2013"));
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null && other != null && one.compareTo(other) == 0;
    }

    private static String millivolts(@Nullable BigDecimal volts) {
        return CellTexts.figure(volts == null ? null : volts.movePointRight(3), 1);
    }

    private void set(Label label, Verdict verdict, String key) {
        List<Integer> positions = jars.positions(verdict);
        set(label, texts.get(key, positions.size()), positions.isEmpty() ? null : verdict);
    }

    private String baseline(JarJudgement judged) {
        long own = judged.comparedWith(JarVerdict.BaselineKind.OWN);
        long median = judged.comparedWith(JarVerdict.BaselineKind.STRING_MEDIAN);
        if (own + median == 0) {
            return "";
        }
        return texts.get(
                "inspection.jar.baseline",
                own,
                median,
                CellTexts.figure(judged.statistics().ohmicMedian(), 4),
                jars.sheet().unit().sign());
    }

    private static void set(Label label, String text, @Nullable Verdict verdict) {
        if (!label.getText().equals(text)) {
            label.setText(text);
        }
        String tone = verdict == Verdict.WARNING || verdict == Verdict.ABNORMAL
                ? "jar-" + Look.of(verdict).tone()
                : "";
        label.getStyleClass().removeIf(style -> style.startsWith("jar-") && !style.equals(tone));
        if (!tone.isEmpty() && !label.getStyleClass().contains(tone)) {
            label.getStyleClass().add(tone);
        }
    }
}
