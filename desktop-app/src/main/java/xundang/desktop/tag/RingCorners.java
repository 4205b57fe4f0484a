package xundang.desktop.tag;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.detector.FinderPattern;
import java.util.Arrays;
import java.util.Optional;

/** The four outer corners of a finder pattern, from its dark ring. They say how the label is tilted; its middle alone does not. */
final class RingCorners {
    /** A ring reaches 3.5 modules from the middle, its corners 5; one that reaches further ran together with its neighbours. */
    private static final double REACH = 7;

    private final BitMatrix dark;
    private final FinderPattern pattern;
    private final int reach;
    /** Points of the ring, x and y in turn. */
    private int[] points = new int[256];

    private int count;

    private RingCorners(BitMatrix dark, FinderPattern pattern) {
        this.dark = dark;
        this.pattern = pattern;
        reach = (int) Math.ceil(REACH * pattern.getEstimatedModuleSize());
    }

    /**
     * Corners in the order upper left, upper right, lower right, lower left as the code has them, x and y in turn, in pixels.
     *
     * @param right direction of the code's upper edge, x and y
     * @param down direction of its left edge, x and y
     */
    static Optional<double[]> of(BitMatrix dark, FinderPattern pattern, double[] right, double[] down) {
        RingCorners ring = new RingCorners(dark, pattern);
        return ring.fill() ? ring.corners(right, down) : Optional.empty();
    }

    /** Collects the ring; false if there is none by itself. */
    private boolean fill() {
        int middleX = (int) pattern.getX();
        int middleY = (int) pattern.getY();
        int x = middleX;
        boolean bright = false;
        while (x < dark.getWidth() && x < middleX + reach && !(bright && dark.get(x, middleY))) {
            bright |= !dark.get(x, middleY);
            x++;
        }
        if (x >= dark.getWidth() || x >= middleX + reach) {
            return false;
        }
        boolean[] seen = new boolean[(2 * reach + 1) * (2 * reach + 1)];
        take(x, middleY, seen);
        for (int next = 0; next < count; next += 2) {
            for (int way = -1; way <= 1; way += 2) {
                if (!visit(points[next] + way, points[next + 1], seen)
                        || !visit(points[next], points[next + 1] + way, seen)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** False if the ring leads out of the reach. */
    private boolean visit(int x, int y, boolean[] seen) {
        if (x < 0 || y < 0 || x >= dark.getWidth() || y >= dark.getHeight() || !dark.get(x, y)) {
            return true;
        }
        if (Math.abs(x - (int) pattern.getX()) > reach || Math.abs(y - (int) pattern.getY()) > reach) {
            return false;
        }
        take(x, y, seen);
        return true;
    }

    private void take(int x, int y, boolean[] seen) {
        int place = (y - (int) pattern.getY() + reach) * (2 * reach + 1) + x - (int) pattern.getX() + reach;
        if (!seen[place]) {
            seen[place] = true;
            if (count + 2 > points.length) {
                points = Arrays.copyOf(points, 2 * points.length);
            }
            points[count++] = x;
            points[count++] = y;
        }
    }

    /** The four points that lie furthest out: furthest from the middle, furthest from that, and furthest to either side of their line. */
    private Optional<double[]> corners(double[] right, double[] down) {
        int first = furthest(pattern.getX(), pattern.getY());
        int second = furthest(points[first] + 0.5, points[first + 1] + 0.5);
        double lineX = points[second] - (double) points[first];
        double lineY = points[second + 1] - (double) points[first + 1];
        int third = first;
        int fourth = first;
        double most = 0;
        double least = 0;
        for (int i = 0; i < count; i += 2) {
            double aside = lineX * (points[i + 1] - points[first + 1]) - lineY * (points[i] - points[first]);
            if (aside > most) {
                most = aside;
                third = i;
            }
            if (aside < least) {
                least = aside;
                fourth = i;
            }
        }
        return inOrder(new int[] {first, second, third, fourth}, right, down);
    }

    private int furthest(double x, double y) {
        int best = 0;
        double distance = -1;
        for (int i = 0; i < count; i += 2) {
            double own = Math.hypot(points[i] + 0.5 - x, points[i + 1] + 0.5 - y);
            if (own > distance) {
                distance = own;
                best = i;
            }
        }
        return best;
    }

    /** Sorts the corners into the quarters that the code's edges make; each quarter must have one. */
    private Optional<double[]> inOrder(int[] corners, double[] right, double[] down) {
        double area = right[0] * down[1] - right[1] * down[0];
        double[] result = new double[8];
        int quarters = 0;
        for (int corner : corners) {
            double x = points[corner] + 0.5 - pattern.getX();
            double y = points[corner + 1] + 0.5 - pattern.getY();
            double along = (x * down[1] - y * down[0]) / area;
            double below = (right[0] * y - right[1] * x) / area;
            int quarter = below < 0 ? (along < 0 ? 0 : 1) : (along < 0 ? 3 : 2);
            // The middle of the outermost pixel lies half a pixel inside.
            double out = 1 + 0.6 / Math.max(1, Math.hypot(x, y));
            result[2 * quarter] = pattern.getX() + x * out;
            result[2 * quarter + 1] = pattern.getY() + y * out;
            quarters |= 1 << quarter;
        }
        return quarters == 15 ? Optional.of(result) : Optional.empty();
    }
}
