package xundang.desktop.inspection.ui.jar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import xundang.desktop.inspection.jar.JarCell;
import xundang.desktop.inspection.jar.JarColumn;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;

/**
 * The grid: as many lines as are in sight, however long the string is, and one field over the cursor's cell. A jar's line is found by its position, so that
 * scrolling by one line rewrites one line. Nothing in it takes part in the layout of the form around it.
 */
final class JarGrid extends Region {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double LINE = 2.3;
    private static final int LINES = 14;
    private static final int LEAST_LINES = 4;

    private final JarTableViewModel jars;
    private final UiTexts texts;
    private final Label probe = Parts.label("0");
    private final List<Label> headings = new ArrayList<>();
    private final Region heading = new Region();
    private final List<JarGridRow> lines = new ArrayList<>();
    private final TextField field = new TextField();
    private final ScrollBar bar = new ScrollBar();
    private double em;
    private int visible;
    private int first = 1;

    JarGrid(JarTableViewModel jars, UiTexts texts) {
        this.jars = jars;
        this.texts = texts;
        setId("jar-grid");
        getStyleClass().add("jar-grid");
        heading.getStyleClass().add("jar-heading");
        heading.setManaged(false);
        probe.setManaged(false);
        probe.setOpacity(0);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setManaged(false);
        bar.setFocusTraversable(false);
        bar.valueProperty().subscribe(value -> scrollTo((int) Math.round(value.doubleValue())));
        field.setId("jar-field");
        field.setManaged(false);
        field.getStyleClass().add("jar-field");
        field.textProperty().bindBidirectional(jars.textProperty());
        getChildren().addAll(probe, heading);
        for (GridColumn column : GridColumn.values()) {
            Label label = Parts.label("", "jar-head", column.isFigure() ? "jar-figure" : "jar-word");
            label.setManaged(false);
            headings.add(label);
            getChildren().add(label);
        }
        getChildren().addAll(bar, field);
        jars.revisionProperty().subscribe(this::refresh);
        jars.cellProperty().subscribe(this::follow);
        jars.messageProperty().subscribe(message -> field.pseudoClassStateChanged(WRONG, message != null));
        setOnMousePressed(this::pressed);
        setOnScroll(event -> {
            int before = first;
            scrollTo(first + (event.getDeltaY() < 0 ? 3 : -3));
            if (first != before) {
                event.consume();
            }
        });
        probe.fontProperty().subscribe(font -> {
            em = font.getSize();
            requestLayout();
        });
    }

    TextField field() {
        return field;
    }

    /** Lines in sight. */
    int visible() {
        return visible;
    }

    private double lineHeight() {
        return Math.ceil(LINE * em);
    }

    private void pressed(MouseEvent event) {
        int line = (int) Math.floor(event.getY() / lineHeight()) - 1;
        Optional<JarColumn> column = GridColumn.at(event.getX(), em).flatMap(GridColumn::entered);
        if (line >= 0 && line < visible) {
            jars.select(new JarCell(first + line, column.orElse(jars.cell().column())));
        }
        field.requestFocus();
        field.selectAll();
    }

    /** Brings the cursor's line into sight and puts the field there. */
    private void follow() {
        int position = jars.cell().position();
        if (visible > 0 && position < first) {
            scrollTo(position);
        } else if (visible > 0 && position >= first + visible) {
            scrollTo(position - visible + 1);
        } else {
            refresh();
        }
        boolean looks = jars.cell().column() == JarColumn.LOOK;
        field.setEditable(!looks);
        field.getStyleClass().remove("jar-figure");
        if (jars.cell().column().isNumber()) {
            field.getStyleClass().add("jar-figure");
        }
        if (field.isFocused()) {
            field.selectAll();
        }
    }

    private void scrollTo(int wanted) {
        int to = Math.clamp(wanted, 1, Math.max(1, jars.sheet().length() - visible + 1));
        if (to != first) {
            first = to;
            bar.setValue(first);
        }
        refresh();
    }

    private void refresh() {
        if (visible == 0) {
            return;
        }
        int length = jars.sheet().length();
        first = Math.clamp(first, 1, Math.max(1, length - visible + 1));
        bar.setMax(Math.max(1, length - visible + 1));
        double height = lineHeight();
        double width = GridColumn.all(em);
        int current = jars.cell().position();
        for (int position = first; position < first + visible; position++) {
            JarGridRow line = lines.get(position % lines.size());
            boolean there = position <= length;
            line.setVisible(there);
            if (there) {
                line.resizeRelocate(0, (position - first + 1) * height, width, height);
                line.show(jars.sheet().row(position), jars.verdict(position), position == current);
            }
        }
        placeField(height);
    }

    private void placeField(double height) {
        int line = jars.cell().position() - first;
        boolean inSight = line >= 0 && line < visible && !jars.needsCount();
        GridColumn column = GridColumn.of(jars.cell().column());
        // Out of sight it keeps the keys, so it may not be invisible.
        field.setOpacity(inSight ? 1 : 0);
        if (jars.cell().column() == JarColumn.LOOK && !jars.needsCount()) {
            field.setText(String.join(
                    "、",
                    jars.sheet().row(jars.cell().position()).appearance().stream()
                            .map(look -> texts.of(look.label()))
                            .toList()));
        }
        field.resizeRelocate(column.left(em), (Math.max(0, line) + 1) * height, column.width(em), height);
        field.toFront();
    }

    @Override
    protected void layoutChildren() {
        double height = lineHeight();
        double width = GridColumn.all(em);
        probe.autosize();
        heading.resizeRelocate(0, 0, width, height);
        for (GridColumn column : GridColumn.values()) {
            Label label = headings.get(GridColumn.ALL.indexOf(column));
            label.setText(texts.get(column.textKey(jars.sheet().unit())));
            label.resizeRelocate(column.left(em), 0, column.width(em), height);
        }
        int fitting = Math.max(1, (int) Math.floor((getHeight() - height) / height));
        bar.resizeRelocate(width, height, bar.prefWidth(-1), fitting * height);
        bar.setMin(1);
        bar.setUnitIncrement(1);
        bar.setBlockIncrement(fitting);
        bar.setVisibleAmount(fitting
                * 1.0
                * Math.max(1, bar.getMax())
                / Math.max(1, jars.sheet().length()));
        while (lines.size() < fitting) {
            JarGridRow line = new JarGridRow(texts, em);
            lines.add(line);
            getChildren().add(line);
        }
        while (lines.size() > fitting) {
            getChildren().remove(lines.removeLast());
        }
        lines.forEach(line -> line.size(em));
        visible = fitting;
        setClip(new Rectangle(getWidth(), getHeight()));
        follow();
    }

    /** The unit in the heading changed. */
    void showUnit() {
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return GridColumn.all(em) + bar.prefWidth(-1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return (LINES + 1) * lineHeight();
    }

    /** Takes no more height than that, but always shows its head and a few lines. */
    void takeAtMost(double height) {
        setPrefHeight(Math.clamp(height, (LEAST_LINES + 1) * lineHeight(), (LINES + 1) * lineHeight()));
    }
}
