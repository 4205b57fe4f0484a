package xundang.desktop.tag;

import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.detector.FinderPattern;
import com.google.zxing.qrcode.detector.FinderPatternFinder;
import java.util.Comparator;
import java.util.List;

/** Finds all finder patterns (the three large squares of a QR code) instead of the three that fit best together. */
final class FinderSearch extends FinderPatternFinder {
    /** More are clutter; the ones that most rows confirmed come first. */
    private static final int MOST = 24;

    FinderSearch(BitMatrix dark) {
        super(dark);
    }

    /** @param step every how many rows to look */
    List<FinderPattern> all(int step) {
        BitMatrix dark = getImage();
        BitArray row = new BitArray(dark.getWidth());
        int[] runs = new int[5];
        for (int y = step / 2; y < dark.getHeight(); y += step) {
            row = dark.getRow(y, row);
            scan(row, y, runs);
        }
        return getPossibleCenters().stream()
                .sorted(Comparator.comparingInt(FinderPattern::getCount).reversed())
                .limit(MOST)
                .toList();
    }

    /** Slides over the row's runs: dark, bright, dark, bright, dark. */
    private void scan(BitArray row, int y, int[] runs) {
        int width = getImage().getWidth();
        doClearCounts(runs);
        int begin = row.getNextSet(0);
        int seen = 0;
        while (begin < width) {
            int end = row.getNextUnset(begin);
            int next = row.getNextSet(end);
            runs[4] = end - begin;
            if (++seen >= 3 && foundPatternCross(runs)) {
                handlePossibleCenter(runs, y, end);
            }
            runs[0] = runs[2];
            runs[1] = runs[3];
            runs[2] = runs[4];
            runs[3] = next - end;
            begin = next;
        }
    }
}
