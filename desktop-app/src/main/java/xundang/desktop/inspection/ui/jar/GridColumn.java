package xundang.desktop.inspection.ui.jar;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.jar.JarColumn;
import xundang.model.battery.OhmicUnit;

/** Columns of the grid from left to right; those without a {@link JarColumn} are worked out. Widths in tenths of the font's height. */
enum GridColumn {
    POSITION(null, 34),
    VOLTAGE(JarColumn.VOLTAGE, 60),
    DEVIATION(null, 70),
    OHMIC(JarColumn.OHMIC, 64),
    RATIO(null, 46),
    TEMPERATURE(JarColumn.TEMPERATURE, 58),
    LOOK(JarColumn.LOOK, 76),
    VERDICT(null, 64),
    REASON(JarColumn.REASON, 74);

    static final List<GridColumn> ALL = List.of(values());

    private static final double TENTH = 0.1;

    private final @Nullable JarColumn entered;
    private final int tenths;

    GridColumn(@Nullable JarColumn entered, int tenths) {
        this.entered = entered;
        this.tenths = tenths;
    }

    Optional<JarColumn> entered() {
        return Optional.ofNullable(entered);
    }

    /** Width at a font size. */
    double width(double em) {
        return Math.ceil(tenths * TENTH * em);
    }

    /** Left edge at a font size. */
    double left(double em) {
        return ALL.subList(0, ALL.indexOf(this)).stream()
                .mapToDouble(column -> column.width(em))
                .sum();
    }

    /** Width of all of them. */
    static double all(double em) {
        return REASON.left(em) + REASON.width(em);
    }

    /** Where a cell is entered. */
    static GridColumn of(JarColumn column) {
        return Arrays.stream(values())
                .filter(it -> it.entered == column)
                .findFirst()
                .orElseThrow();
    }

    /** Key of the heading. */
    String textKey(OhmicUnit unit) {
        return this == OHMIC ? "inspection.jar.unit." + unit : "inspection.jar.column." + name();
    }

    /** Figures stand at the right. */
    boolean isFigure() {
        return this != LOOK && this != VERDICT && this != REASON;
    }

    /** The column at a distance from the left edge. */
    static Optional<GridColumn> at(double x, double em) {
        return Arrays.stream(values())
                .filter(it -> x >= it.left(em) && x < it.left(em) + it.width(em))
                .findFirst();
    }
}
