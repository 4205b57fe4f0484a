package xundang.desktop.inspection.jar;

import xundang.model.template.Range;

/** What a typed, pasted or imported text means in one column. */
public sealed interface CellInput {
    /** A value. */
    record Value(CellValue value) implements CellInput {}

    /**
     * A number that no jar of this kind shows: taken only when the person says so.
     *
     * @param usual what a meter usually shows there
     */
    record Doubtful(CellValue value, Range usual) implements CellInput {}

    /** No value of this column. */
    record Wrong(CellFault fault) implements CellInput {}
}
