package xundang.desktop.tag;

import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.detector.AlignmentPattern;
import com.google.zxing.qrcode.detector.Detector;
import com.google.zxing.qrcode.detector.FinderPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the code that three finder patterns belong to: as ZXing does first, then with the tilt that the patterns' corners show. ZXing
 * takes the number of modules from distances, which perspective falsifies, and the fourth corner from one small pattern.
 */
final class TripleReader extends Detector {
    /** Versions 1 to 7: labels have 2 to 4; larger codes are read by ZXing's way. */
    private static final int[] MODULES = {25, 29, 21, 33, 37, 41, 45};

    /** How many guesses about the number of modules are tried. */
    private static final int GUESSES = 2;

    private static final float ALIGNMENT_REACH = 5;

    private final Grey grey;

    TripleReader(BitMatrix dark, Grey grey) {
        super(dark);
        this.grey = grey;
    }

    /** Costs little; most codes are read by it. */
    Optional<String> plainly(Triple triple) {
        try {
            return ModuleReader.decode(processFinderPatternInfo(triple.info()).getBits());
        } catch (NotFoundException | FormatException noCode) {
            return Optional.empty();
        }
    }

    /** Costs about a millisecond. */
    Optional<String> thoroughly(Triple triple) {
        return guesses(triple)
                .flatMap(guess -> Stream.concat(aligned(guess, triple).stream(), Stream.of(guess)))
                .map(guess -> ModuleReader.read(grey, guess.place(), guess.modules()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A number of modules, and pairs of points that place a code of so many. */
    private static final class Guess {
        private final int modules;
        private final double[] from;
        private final double[] to;
        private final Projection place;
        private final double miss;

        private Guess(int modules, double[] from, double[] to, Projection place, double miss) {
            this.modules = modules;
            this.from = from;
            this.to = to;
            this.place = place;
            this.miss = miss;
        }

        static Guess of(int modules, double[] from, double[] to) {
            Projection place = Projection.fit(from, to);
            return new Guess(modules, from, to, place, place.miss(from, to));
        }

        int modules() {
            return modules;
        }

        Projection place() {
            return place;
        }

        /** How badly the points fit; the right number of modules fits best. */
        double miss() {
            return miss;
        }
    }

    private Stream<Guess> guesses(Triple triple) {
        Optional<double[]> corners = corners(triple);
        return Arrays.stream(MODULES)
                .mapToObj(modules -> corners.map(to -> Guess.of(modules, cornersOf(modules), to))
                        .orElseGet(() -> flat(modules, triple)))
                .filter(guess -> !Double.isNaN(guess.miss()))
                .sorted(Comparator.comparingDouble(Guess::miss))
                .limit(GUESSES);
    }

    private Optional<double[]> corners(Triple triple) {
        FinderPattern corner = triple.topLeft();
        double[] right = {
            triple.topRight().getX() - corner.getX(), triple.topRight().getY() - corner.getY()
        };
        double[] down = {
            triple.bottomLeft().getX() - corner.getX(), triple.bottomLeft().getY() - corner.getY()
        };
        List<double[]> rings = Stream.of(corner, triple.topRight(), triple.bottomLeft())
                .map(pattern -> RingCorners.of(getImage(), pattern, right, down))
                .flatMap(Optional::stream)
                .toList();
        return rings.size() < 3
                ? Optional.empty()
                : Optional.of(rings.stream().flatMapToDouble(Arrays::stream).toArray());
    }

    /** Outer corners of the three patterns in the unit square. */
    private static double[] cornersOf(int modules) {
        double near = 7.0 / modules;
        double far = 1 - near;
        return new double[] {
            0, 0, near, 0, near, near, 0, near, far, 0, 1, 0, 1, near, far, near, 0, far, near, far, near, 1, 0, 1
        };
    }

    /** Without corners: a parallelogram through the three middles; the miss is that of the module size. */
    private static Guess flat(int modules, Triple triple) {
        double near = 3.5 / modules;
        double far = 1 - near;
        double fourthX = triple.topRight().getX()
                + triple.bottomLeft().getX()
                - (double) triple.topLeft().getX();
        double fourthY = triple.topRight().getY()
                + triple.bottomLeft().getY()
                - (double) triple.topLeft().getY();
        double[] from = {near, near, far, near, near, far, far, far};
        double[] to = {
            triple.topLeft().getX(),
            triple.topLeft().getY(),
            triple.topRight().getX(),
            triple.topRight().getY(),
            triple.bottomLeft().getX(),
            triple.bottomLeft().getY(),
            fourthX,
            fourthY
        };
        double module = (triple.topLeft().getEstimatedModuleSize()
                        + triple.topRight().getEstimatedModuleSize()
                        + triple.bottomLeft().getEstimatedModuleSize())
                / 3.0;
        double edge = (Math.hypot(to[0] - to[2], to[1] - to[3]) + Math.hypot(to[0] - to[4], to[1] - to[5])) / 2;
        return new Guess(modules, from, to, Projection.fit(from, to), Math.abs(edge / module + 7 - modules));
    }

    /** The same with the small pattern near the fourth corner as one more point, if it is found. */
    private Optional<Guess> aligned(Guess guess, Triple triple) {
        if (guess.modules() == 21) {
            return Optional.empty();
        }
        double at = (guess.modules() - 6.5) / guess.modules();
        try {
            AlignmentPattern found = findAlignmentInRegion(
                    triple.topRight().getEstimatedModuleSize(),
                    (int) guess.place().x(at, at),
                    (int) guess.place().y(at, at),
                    ALIGNMENT_REACH);
            return Optional.of(withPoint(guess, at, found));
        } catch (NotFoundException notThere) {
            return Optional.empty();
        }
    }

    /** Counts three times: it alone speaks for its side of the code. In a parallelogram it takes the place of the guessed corner. */
    private static Guess withPoint(Guess guess, double at, AlignmentPattern found) {
        List<Double> from = new ArrayList<>(Arrays.stream(guess.from).boxed().toList());
        List<Double> to = new ArrayList<>(Arrays.stream(guess.to).boxed().toList());
        if (from.size() == 8) {
            from.subList(6, 8).clear();
            to.subList(6, 8).clear();
        }
        for (int i = 0; i < 3; i++) {
            from.add(at);
            from.add(at);
            to.add((double) found.getX());
            to.add((double) found.getY());
        }
        return Guess.of(
                guess.modules(),
                from.stream().mapToDouble(Double::doubleValue).toArray(),
                to.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
