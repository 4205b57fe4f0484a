package xundang.desktop.inspection.jar;

import java.math.BigDecimal;
import java.util.List;
import xundang.model.battery.JarLook;

/** What one cell holds. */
public sealed interface CellValue {
    /** Nothing. */
    record Blank() implements CellValue {}

    /** A number in the column's unit, with the decimals that were typed. */
    record Figure(BigDecimal number) implements CellValue {}

    /** What the jar looks like; never empty. */
    record Looks(List<JarLook> looks) implements CellValue {}

    /** Why the jar was not measured. */
    record Words(String text) implements CellValue {}
}
