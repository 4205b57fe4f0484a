package xundang.server.importing;

/**
 * Why a row cannot be imported.
 *
 * @param line line of the file, from 1; the header is usually line 1
 * @param column name of the column; empty when the whole row is meant
 * @param message in Chinese, for the person who has the file open
 */
public record RowProblem(int line, String column, String message) {
    @Override
    public String toString() {
        return "第 " + line + " 行" + (column.isEmpty() ? "" : "，“" + column + "”列") + "：" + message;
    }
}
