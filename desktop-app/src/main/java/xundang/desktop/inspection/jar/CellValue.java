package xundang.desktop.inspection.jar;

import java.math.BigDecimal;
import java.util.List;
import xundang.model.battery.JarLook;

/** What one cell holds. */
public sealed interface CellValue {
    /** Whether this would stand in the place of another value that is there. */
    default boolean replaces(CellValue now) {
        return switch (now) {
            case Blank ignored -> false;
            case Figure figure -> !(this instanceof Figure it && it.number().compareTo(figure.number()) == 0);
            case Looks looks -> !equals(looks);
            case Words words -> !equals(words);
        };
    }

    /** Nothing. */
    record Blank() implements CellValue {}

    /** A number in the column's unit, with the decimals that were typed. */
    record Figure(BigDecimal number) implements CellValue {}

    /** What the jar looks like; never empty. */
    record Looks(List<JarLook> looks) implements CellValue {}

    /** Why the jar was not measured. */
    record Words(String text) implements CellValue {}
}
