package xundang.desktop.tag;

/** Sums over all rectangles that begin at the upper left corner, so that the mean of any square costs four look-ups. */
final class Sums {
    private final int[] sums;
    private final int width;
    private final int height;

    Sums(Grey grey) {
        width = grey.width();
        height = grey.height();
        sums = new int[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++) {
            int row = 0;
            for (int x = 0; x < width; x++) {
                row += grey.at(x, y);
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
            }
        }
    }

    /** Mean of the pixels at most {@code reach} away in either direction. */
    int mean(int x, int y, int reach) {
        int left = Math.max(0, x - reach);
        int top = Math.max(0, y - reach);
        int right = Math.min(width, x + reach + 1);
        int bottom = Math.min(height, y + reach + 1);
        int stride = width + 1;
        int sum = sums[bottom * stride + right]
                - sums[top * stride + right]
                - sums[bottom * stride + left]
                + sums[top * stride + left];
        return sum / ((right - left) * (bottom - top));
    }
}
