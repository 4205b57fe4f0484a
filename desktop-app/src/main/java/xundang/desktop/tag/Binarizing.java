package xundang.desktop.tag;

import com.google.zxing.NotFoundException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.util.Optional;

/** Ways of telling dark from bright. None is best for every light: each reads codes that the others do not. */
enum Binarizing {
    /** ZXing's own for photographs: thresholds of blocks of eight pixels. */
    HYBRID,
    /** One threshold for all; for even light and little contrast. */
    GLOBAL,
    /** Darker than the mean around it; for shadows, glare and blur. */
    SURROUNDINGS;

    /** Share of the longer side that counts as surroundings: about a third of a code that fills the picture. */
    private static final int SURROUNDINGS_SHARE = 12;

    /** Dark pixels; empty if there is only one shade. */
    Optional<BitMatrix> apply(Grey grey) {
        try {
            return switch (this) {
                case HYBRID -> Optional.of(new HybridBinarizer(grey.source()).getBlackMatrix());
                case GLOBAL -> Optional.of(new GlobalHistogramBinarizer(grey.source()).getBlackMatrix());
                case SURROUNDINGS -> Optional.of(darkerThanSurroundings(grey));
            };
        } catch (NotFoundException oneShade) {
            return Optional.empty();
        }
    }

    private static BitMatrix darkerThanSurroundings(Grey grey) {
        Sums sums = new Sums(grey);
        int reach = Math.max(6, grey.side() / SURROUNDINGS_SHARE);
        BitMatrix dark = new BitMatrix(grey.width(), grey.height());
        for (int y = 0; y < grey.height(); y++) {
            for (int x = 0; x < grey.width(); x++) {
                if (grey.at(x, y) < sums.mean(x, y, reach) - 1) {
                    dark.set(x, y);
                }
            }
        }
        return dark;
    }
}
