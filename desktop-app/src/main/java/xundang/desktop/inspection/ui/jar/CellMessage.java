package xundang.desktop.inspection.ui.jar;

import xundang.desktop.inspection.jar.CellFault;
import xundang.model.template.Range;

/** What is said about the cell in which something is typed. */
public sealed interface CellMessage {
    /** It is not taken; what was typed stays. */
    record Refused(CellFault fault) implements CellMessage {}

    /** It is taken with the next Enter. */
    record Asked(Range usual) implements CellMessage {}
}
