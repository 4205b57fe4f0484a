package xundang.desktop.tag;

/** A rectangle of pixels. */
record Area(int x, int y, int width, int height) {
    int side() {
        return Math.max(width, height);
    }

    /** Larger by some pixels on every side, within the limits. */
    Area grown(int by, int maxWidth, int maxHeight) {
        int left = Math.max(0, x - by);
        int top = Math.max(0, y - by);
        return new Area(
                left, top, Math.min(maxWidth, x + width + by) - left, Math.min(maxHeight, y + height + by) - top);
    }

    Area times(int factor) {
        return new Area(x * factor, y * factor, width * factor, height * factor);
    }
}
