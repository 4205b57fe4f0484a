package xundang.desktop.tag;

import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/** The light of a picture, one byte a pixel, row by row. Immutable once made. */
final class Grey {
    private final byte[] light;
    private final int width;
    private final int height;

    /** Takes the array over. */
    Grey(byte[] light, int width, int height) {
        if (light.length < width * height) {
            throw new IllegalArgumentException("fewer pixels than width times height");
        }
        this.light = light;
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int pixels() {
        return width * height;
    }

    int side() {
        return Math.max(width, height);
    }

    int at(int x, int y) {
        return light[y * width + x] & 0xFF;
    }

    /** Between pixels; positions outside take the nearest pixel. Pixel (0, 0) has its middle at (0.5, 0.5). */
    double between(double x, double y) {
        double left = Math.clamp(x - 0.5, 0, width - 1.0);
        double top = Math.clamp(y - 0.5, 0, height - 1.0);
        int x0 = (int) left;
        int y0 = (int) top;
        int x1 = Math.min(x0 + 1, width - 1);
        int y1 = Math.min(y0 + 1, height - 1);
        double right = left - x0;
        double below = top - y0;
        return (at(x0, y0) * (1 - right) + at(x1, y0) * right) * (1 - below)
                + (at(x0, y1) * (1 - right) + at(x1, y1) * right) * below;
    }

    LuminanceSource source() {
        return new PlanarYUVLuminanceSource(light, width, height, 0, 0, width, height, false);
    }

    /** The whole picture; where it is transparent it is white. */
    static Grey of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        boolean whole = image.getRaster().getParent() == null;
        if (whole && image.getRaster().getDataBuffer() instanceof DataBufferByte bytes) {
            if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
                return new Grey(bytes.getData().clone(), width, height);
            }
            if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
                return new Grey(ofThree(bytes.getData(), width * height), width, height);
            }
        }
        byte[] light = new byte[width * height];
        if (whole
                && image.getType() == BufferedImage.TYPE_INT_RGB
                && image.getRaster().getDataBuffer() instanceof DataBufferInt pixels) {
            ofPacked(pixels.getData(), width * height, light, 0, false);
        } else {
            int[] row = new int[width];
            boolean alpha = image.getColorModel().hasAlpha();
            for (int y = 0; y < height; y++) {
                image.getRGB(0, y, width, 1, row, 0, width);
                ofPacked(row, width, light, y * width, alpha);
            }
        }
        return new Grey(light, width, height);
    }

    private static byte[] ofThree(byte[] colours, int pixels) {
        byte[] light = new byte[pixels];
        for (int i = 0, from = 0; i < pixels; i++, from += 3) {
            light[i] = (byte)
                    (((colours[from] & 0xFF) + 2 * (colours[from + 1] & 0xFF) + (colours[from + 2] & 0xFF)) >> 2);
        }
        return light;
    }

    private static void ofPacked(int[] colours, int pixels, byte[] light, int to, boolean alpha) {
        for (int i = 0; i < pixels; i++) {
            int colour = colours[i];
            int value = (((colour >> 16) & 0xFF) + 2 * ((colour >> 8) & 0xFF) + (colour & 0xFF)) >> 2;
            if (alpha) {
                int opaque = colour >>> 24;
                value = (value * opaque + 255 * (255 - opaque)) / 255;
            }
            light[to + i] = (byte) value;
        }
    }

    /** A part of it, each pixel the mean of a square of pixels. The part is cut to what there is. */
    Grey part(Area area, int square) {
        int columns = Math.max(1, area.width() / square);
        int rows = Math.max(1, area.height() / square);
        byte[] result = new byte[columns * rows];
        if (square == 1) {
            for (int y = 0; y < rows; y++) {
                System.arraycopy(light, (area.y() + y) * width + area.x(), result, y * columns, columns);
            }
            return new Grey(result, columns, rows);
        }
        int[] sums = new int[columns];
        for (int y = 0; y < rows; y++) {
            Arrays.fill(sums, 0);
            for (int inner = 0; inner < square && area.y() + y * square + inner < height; inner++) {
                int from = (area.y() + y * square + inner) * width + area.x();
                for (int x = 0; x < columns; x++) {
                    int sum = 0;
                    for (int i = 0; i < square; i++) {
                        sum += light[from++] & 0xFF;
                    }
                    sums[x] += sum;
                }
            }
            for (int x = 0; x < columns; x++) {
                result[y * columns + x] = (byte) (sums[x] / (square * square));
            }
        }
        return new Grey(result, columns, rows);
    }

    Area all() {
        return new Area(0, 0, width, height);
    }

    /** Twice as wide and high, between the pixels by their neighbours. */
    Grey doubled() {
        byte[] result = new byte[4 * width * height];
        for (int y = 0; y < 2 * height; y++) {
            int near = y / 2;
            int far = Math.clamp(near + (y % 2 == 0 ? -1 : 1), 0, height - 1);
            for (int x = 0; x < 2 * width; x++) {
                int column = x / 2;
                int other = Math.clamp(column + (x % 2 == 0 ? -1 : 1), 0, width - 1);
                int value = 9 * at(column, near) + 3 * (at(other, near) + at(column, far)) + at(other, far);
                result[y * 2 * width + x] = (byte) (value >> 4);
            }
        }
        return new Grey(result, 2 * width, 2 * height);
    }

    /** Bright for dark. */
    Grey inverted() {
        byte[] result = new byte[width * height];
        for (int i = 0; i < result.length; i++) {
            result[i] = (byte) ~light[i];
        }
        return new Grey(result, width, height);
    }

    /** Each pixel the mean of a square around it, {@code 2 * reach + 1} wide. */
    Grey smoothed(int reach) {
        Sums sums = new Sums(this);
        byte[] result = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                result[y * width + x] = (byte) sums.mean(x, y, reach);
            }
        }
        return new Grey(result, width, height);
    }

    /** Bright gaps up to {@code 2 * reach} wide in what is dark are closed: scratches, and dust on a ribbon printer. */
    Grey closed(int reach) {
        return extreme(reach, true).extreme(reach, false);
    }

    private Grey extreme(int reach, boolean darkest) {
        return along(reach, darkest, true).along(reach, darkest, false);
    }

    private Grey along(int reach, boolean darkest, boolean across) {
        byte[] result = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int best = at(x, y);
                for (int away = -reach; away <= reach; away++) {
                    int value = across
                            ? at(Math.clamp(x + away, 0, width - 1), y)
                            : at(x, Math.clamp(y + away, 0, height - 1));
                    best = darkest ? Math.min(best, value) : Math.max(best, value);
                }
                result[y * width + x] = (byte) best;
            }
        }
        return new Grey(result, width, height);
    }

    /** Takes back blur of about that reach: what differs from its surroundings then differs more. */
    Grey sharpened(int reach, double strength) {
        Sums sums = new Sums(this);
        byte[] result = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int own = at(x, y);
                double value = own + strength * (own - sums.mean(x, y, reach));
                result[y * width + x] = (byte) Math.clamp((int) value, 0, 255);
            }
        }
        return new Grey(result, width, height);
    }
}
