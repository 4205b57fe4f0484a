package xundang.desktop.tag;

/** Maps a flat square onto the picture as a camera does: eight numbers, fitted to at least four pairs of points. */
final class Projection {
    private final double[] of;

    private Projection(double[] of) {
        this.of = of;
    }

    /**
     * Least squares over pairs of points.
     *
     * @param from x and y in turn, of about the size 1
     * @param to x and y in turn, in pixels
     */
    static Projection fit(double[] from, double[] to) {
        double[][] sums = new double[8][9];
        for (int i = 0; i < from.length; i += 2) {
            double x = from[i];
            double y = from[i + 1];
            add(sums, new double[] {x, y, 1, 0, 0, 0, -x * to[i], -y * to[i]}, to[i]);
            add(sums, new double[] {0, 0, 0, x, y, 1, -x * to[i + 1], -y * to[i + 1]}, to[i + 1]);
        }
        return new Projection(solve(sums));
    }

    private static void add(double[][] sums, double[] row, double value) {
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 8; j++) {
                sums[i][j] += row[i] * row[j];
            }
            sums[i][8] += row[i] * value;
        }
    }

    /** Gauss with pivots. Points that determine nothing give infinite numbers, which no picture holds. */
    private static double[] solve(double[][] a) {
        for (int column = 0; column < 8; column++) {
            int pivot = column;
            for (int row = column + 1; row < 8; row++) {
                if (Math.abs(a[row][column]) > Math.abs(a[pivot][column])) {
                    pivot = row;
                }
            }
            double[] swap = a[column];
            a[column] = a[pivot];
            a[pivot] = swap;
            for (int row = column + 1; row < 8; row++) {
                double factor = a[row][column] / a[column][column];
                for (int i = column; i < 9; i++) {
                    a[row][i] -= factor * a[column][i];
                }
            }
        }
        double[] result = new double[8];
        for (int row = 7; row >= 0; row--) {
            double value = a[row][8];
            for (int i = row + 1; i < 8; i++) {
                value -= a[row][i] * result[i];
            }
            result[row] = value / a[row][row];
        }
        return result;
    }

    double x(double x, double y) {
        return (of[0] * x + of[1] * y + of[2]) / (of[6] * x + of[7] * y + 1);
    }

    double y(double x, double y) {
        return (of[3] * x + of[4] * y + of[5]) / (of[6] * x + of[7] * y + 1);
    }

    /** Mean distance in pixels between where the points are and where this puts them. */
    double miss(double[] from, double[] to) {
        double sum = 0;
        for (int i = 0; i < from.length; i += 2) {
            sum += Math.hypot(x(from[i], from[i + 1]) - to[i], y(from[i], from[i + 1]) - to[i + 1]);
        }
        return 2 * sum / from.length;
    }
}
