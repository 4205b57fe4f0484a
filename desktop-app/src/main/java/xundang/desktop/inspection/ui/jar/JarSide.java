package xundang.desktop.inspection.ui.jar;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import xundang.desktop.inspection.jar.JarMetric;
import xundang.desktop.inspection.jar.JarMetric.Heat;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;

/** Beside the grid: the string at a glance, as blocks or as bars, the jar under the cursor in words, and what is abnormal. */
final class JarSide extends VBox {
    private static final double LEAST_HEIGHT = 220;

    private final JarTableViewModel jars;
    private final UiTexts texts;
    private final ObjectProperty<JarMetric> metric = new SimpleObjectProperty<>(JarMetric.DEVIATION);
    private final JarHeatMap heat;
    private final JarBars bars;
    private final JarWords words;
    private final Label current = Parts.wrapped("", "jar-current", "figures");
    private final FlowPane legend = new FlowPane(12, 4);

    /** @param toGrid the cursor goes back to the grid */
    JarSide(JarTableViewModel jars, UiTexts texts, Runnable toGrid) {
        super(8);
        this.jars = jars;
        this.texts = texts;
        setId("jar-side");
        heat = new JarHeatMap(jars, metric, toGrid);
        bars = new JarBars(jars, metric, toGrid);
        bars.setVisible(false);
        words = new JarWords(jars, texts);
        current.setId("jar-current");
        StackPane picture = new StackPane(heat, bars);
        picture.setMinHeight(LEAST_HEIGHT);
        picture.setPrefHeight(LEAST_HEIGHT);
        VBox.setVgrow(picture, Priority.ALWAYS);
        getChildren().addAll(switches(), picture, legend, current, new JarFindings(jars, texts, toGrid));
        metric.subscribe(ignored -> showLegend());
        jars.revisionProperty().subscribe(this::showCurrent);
        jars.cellProperty().subscribe(this::showCurrent);
        showCurrent();
    }

    /** The picture that is in sight takes the cursor. */
    void focus() {
        (heat.isVisible() ? heat : bars).requestFocus();
    }

    void font(Font font) {
        heat.font(font);
        bars.font(font);
    }

    private FlowPane switches() {
        ToggleGroup kinds = new ToggleGroup();
        ToggleButton blocks = toggle(kinds, "jar-show-heat", "inspection.jar.heat", () -> show(heat, bars));
        ToggleButton columns = toggle(kinds, "jar-show-bars", "inspection.jar.bars", () -> show(bars, heat));
        blocks.setSelected(true);
        HBox kind = Parts.row(0, blocks, columns);
        ToggleGroup metrics = new ToggleGroup();
        HBox choice = Parts.row(0);
        for (JarMetric one : JarMetric.values()) {
            ToggleButton button =
                    toggle(metrics, "jar-metric-" + one, "inspection.jar.metric." + one, () -> metric.set(one));
            button.setSelected(one == metric.get());
            choice.getChildren().add(button);
        }
        FlowPane line = new FlowPane(8, 4, kind, choice);
        line.getStyleClass().add("tabs");
        return line;
    }

    private ToggleButton toggle(ToggleGroup group, String id, String key, Runnable action) {
        ToggleButton button = new ToggleButton(texts.get(key));
        button.setId(id);
        button.setToggleGroup(group);
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(ignored -> {
            button.setSelected(true);
            action.run();
        });
        return button;
    }

    private static void show(JarPicture now, JarPicture before) {
        before.setVisible(false);
        now.setVisible(true);
        now.shown();
    }

    private void showCurrent() {
        String text = jars.needsCount() ? "" : words.of(jars.cell().position());
        if (!current.getText().equals(text)) {
            current.setText(text);
        }
    }

    private void showLegend() {
        List<Heat> steps = metric.get() == JarMetric.VERDICT
                ? List.of(Heat.NORMAL, Heat.HIGH, Heat.FAR_HIGH, Heat.UNJUDGED, Heat.EMPTY)
                : List.of(Heat.FAR_LOW, Heat.LOW, Heat.NORMAL, Heat.HIGH, Heat.FAR_HIGH, Heat.EMPTY);
        legend.getChildren()
                .setAll(steps.stream()
                        .map(step -> step(step, texts.get("inspection.jar.legend." + metric.get() + "." + step)))
                        .toList());
    }

    private static Label step(Heat step, String words) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("jar-tone", "jar-swatch", step.tone());
        Label label = Parts.label((step.mark().isEmpty() ? "" : step.mark() + " ") + words, "caption");
        label.setGraphic(swatch);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
