package xundang.desktop.inspection.ui.jar;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import xundang.desktop.inspection.jar.JarMetric;
import xundang.desktop.inspection.jar.JarMetric.Heat;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Look;
import xundang.desktop.platform.theme.Parts;
import xundang.model.battery.JarReading;
import xundang.model.battery.JarRule;
import xundang.model.battery.JarVerdict;
import xundang.model.template.Verdict;

/** One line of the grid, used for one jar after another. It is its own layout root, so that a changed text moves nothing else. */
final class JarGridRow extends Region {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final List<String> TONES = List.of("success", "warning", "danger", "neutral", "muted");

    private final UiTexts texts;
    private final Map<GridColumn, Label> labels = new EnumMap<>(GridColumn.class);
    private @Nullable Verdict shownVerdict;
    private int position;
    private double em;

    JarGridRow(UiTexts texts, double em) {
        this.texts = texts;
        this.em = em;
        setManaged(false);
        setMouseTransparent(true);
        getStyleClass().add("jar-row");
        for (GridColumn column : GridColumn.values()) {
            Label label = Parts.label("", "jar-cell", column.isFigure() ? "jar-figure" : "jar-word");
            label.setId("jar-label-" + column);
            labels.put(column, label);
            getChildren().add(label);
        }
    }

    int position() {
        return position;
    }

    void size(double font) {
        if (font != em) {
            em = font;
            requestLayout();
        }
    }

    /** Shows a jar; only what differs from what is shown is touched. */
    void show(JarReading jar, JarVerdict judged, boolean current) {
        position = jar.position();
        pseudoClassStateChanged(CURRENT, current);
        set(GridColumn.POSITION, Integer.toString(jar.position()), null);
        set(
                GridColumn.VOLTAGE,
                jar.voltage() == null ? "" : jar.voltage().toPlainString(),
                judged.verdicts().get(JarRule.CELL_VOLTAGE));
        Heat heat = JarMetric.DEVIATION.heat(jar, judged);
        set(
                GridColumn.DEVIATION,
                CellTexts.deviation(judged.deviationMv()) + (heat.mark().isEmpty() ? "" : " " + heat.mark()),
                judged.verdicts().get(JarRule.DEVIATION));
        set(GridColumn.OHMIC, jar.ohmic() == null ? "" : jar.ohmic().toPlainString(), null);
        set(
                GridColumn.RATIO,
                CellTexts.ratio(judged.ohmicRatio()),
                judged.verdicts().get(JarRule.OHMIC));
        set(
                GridColumn.TEMPERATURE,
                jar.temperature() == null ? "" : jar.temperature().toPlainString(),
                null);
        set(
                GridColumn.LOOK,
                jar.appearance().stream().map(look -> texts.of(look.label())).collect(Collectors.joining("\u3001")),
                judged.verdicts().get(JarRule.LOOK));
        set(GridColumn.REASON, jar.reason() == null ? "" : jar.reason(), null);
        show(judged.verdicts().isEmpty() ? null : judged.overall());
    }

    private void show(@Nullable Verdict verdict) {
        if (verdict == shownVerdict) {
            return;
        }
        shownVerdict = verdict;
        Label label = label(GridColumn.VERDICT);
        tone(label, verdict);
        label.setText(verdict == null ? "" : texts.of(verdict.label()));
        label.setGraphic(verdict == null ? null : new FontIcon(Look.of(verdict).icon()));
    }

    private void set(GridColumn column, String text, @Nullable Verdict verdict) {
        Label label = label(column);
        if (!label.getText().equals(text)) {
            label.setText(text);
        }
        tone(label, verdict);
    }

    /** Only what stands out is coloured; a wall of green would hide it. */
    private static void tone(Label label, @Nullable Verdict verdict) {
        String tone = verdict == Verdict.WARNING || verdict == Verdict.ABNORMAL
                ? Look.of(verdict).tone()
                : "";
        String before = label.getUserData() instanceof String it ? it : "";
        if (!tone.equals(before)) {
            label.setUserData(tone);
            label.getStyleClass().removeAll(TONES);
            if (!tone.isEmpty()) {
                label.getStyleClass().add(tone);
            }
        }
    }

    private Label label(GridColumn column) {
        Label label = labels.get(column);
        if (label == null) {
            throw new IllegalStateException("no label " + column);
        }
        return label;
    }

    @Override
    protected void layoutChildren() {
        labels.forEach((column, label) -> label.resizeRelocate(column.left(em), 0, column.width(em), getHeight()));
    }
}
