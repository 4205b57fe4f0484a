package xundang.desktop.inspection.jar;

/**
 * A pasted cell that is not taken.
 *
 * @param row line of what was pasted, from 1
 * @param column column of what was pasted, from 1
 * @param text what stands there
 */
public record CellProblem(int row, int column, String text, CellFault fault) {}
