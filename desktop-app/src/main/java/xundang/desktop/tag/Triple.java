package xundang.desktop.tag;

import com.google.zxing.ResultPoint;
import com.google.zxing.qrcode.detector.FinderPattern;
import com.google.zxing.qrcode.detector.FinderPatternInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Three finder patterns that may be the corners of one code.
 *
 * @param oddness how far they are from a square seen straight on; 0 is perfect
 */
record Triple(FinderPattern bottomLeft, FinderPattern topLeft, FinderPattern topRight, double oddness) {
    /** Sizes of the squares of one code differ by perspective, but not more than this. */
    private static final double SMALLEST_TO_LARGEST = 0.45;

    private static final double SHORT_TO_LONG = 0.4;
    private static final double COSINE = 0.7;
    private static final double FEWEST_MODULES_APART = 8;
    private static final double MOST_MODULES_APART = 75;

    /** All that are possible, the most square first. */
    static List<Triple> of(List<FinderPattern> found) {
        List<Triple> triples = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            for (int j = i + 1; j < found.size(); j++) {
                for (int k = j + 1; k < found.size(); k++) {
                    FinderPattern[] three = {found.get(i), found.get(j), found.get(k)};
                    double oddness = oddness(three);
                    if (oddness < Double.MAX_VALUE) {
                        ResultPoint.orderBestPatterns(three);
                        triples.add(new Triple(three[0], three[1], three[2], oddness));
                    }
                }
            }
        }
        triples.sort(Comparator.comparingDouble(Triple::oddness));
        return triples;
    }

    private static double oddness(FinderPattern[] three) {
        double[] sizes = {
            three[0].getEstimatedModuleSize(), three[1].getEstimatedModuleSize(), three[2].getEstimatedModuleSize()
        };
        double[] sides = {
            ResultPoint.distance(three[0], three[1]),
            ResultPoint.distance(three[1], three[2]),
            ResultPoint.distance(three[2], three[0])
        };
        Arrays.sort(sizes);
        Arrays.sort(sides);
        double module = sizes[1];
        if (sizes[0] < SMALLEST_TO_LARGEST * sizes[2]
                || sides[0] < SHORT_TO_LONG * sides[1]
                || sides[0] < FEWEST_MODULES_APART * module
                || sides[1] > MOST_MODULES_APART * module) {
            return Double.MAX_VALUE;
        }
        double cosine = (sides[0] * sides[0] + sides[1] * sides[1] - sides[2] * sides[2]) / (2 * sides[0] * sides[1]);
        return Math.abs(cosine) > COSINE
                ? Double.MAX_VALUE
                : Math.abs(cosine) + 1 - sides[0] / sides[1] + 1 - sizes[0] / sizes[2];
    }

    FinderPatternInfo info() {
        return new FinderPatternInfo(new FinderPattern[] {bottomLeft, topLeft, topRight});
    }

    double middleX() {
        return (bottomLeft.getX() + topRight.getX()) / 2;
    }

    double middleY() {
        return (bottomLeft.getY() + topRight.getY()) / 2;
    }

    /** From the middle to beyond the outer corners. */
    double radius() {
        return ResultPoint.distance(bottomLeft, topRight) * 0.7;
    }
}
