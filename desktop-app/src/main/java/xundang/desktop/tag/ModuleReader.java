package xundang.desktop.tag;

import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a code whose place is known from the picture's light itself. ZXing looks at one pixel of the black-and-white picture for each
 * module; here each module is weighed against those around it, and blur is taken back between modules, which costs next to nothing.
 */
final class ModuleReader {
    private static final Map<DecodeHintType, Object> HINTS = Map.of(DecodeHintType.CHARACTER_SET, "UTF-8");

    /** How much of the difference to its four neighbours is added to a module. */
    private static final double[] SHARPENING = {0, 0.4, 0.8};

    /** How far in modules those count against which a module is weighed. */
    private static final int[] REACHES = {3, 6};

    private static final double[] OFFSETS = {-0.22, 0, 0.22};

    private final double[] light;
    private final int modules;

    private ModuleReader(double[] light, int modules) {
        this.light = light;
        this.modules = modules;
    }

    /**
     * The text, if the modules hold one.
     *
     * @param place maps the unit square onto the code
     * @param modules of the code along an edge
     */
    static Optional<String> read(Grey grey, Projection place, int modules) {
        double[] light = new double[modules * modules];
        for (int row = 0; row < modules; row++) {
            for (int column = 0; column < modules; column++) {
                double sum = 0;
                for (double down : OFFSETS) {
                    for (double right : OFFSETS) {
                        double x = (column + 0.5 + right) / modules;
                        double y = (row + 0.5 + down) / modules;
                        sum += grey.between(place.x(x, y), place.y(x, y));
                    }
                }
                light[row * modules + column] = sum;
            }
        }
        return new ModuleReader(light, modules).read();
    }

    private Optional<String> read() {
        for (double sharpening : SHARPENING) {
            double[] sharp = sharpening == 0 ? light : sharpened(sharpening);
            for (int reach : REACHES) {
                Optional<String> text = decode(darker(sharp, reach));
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }

    private double[] sharpened(double strength) {
        double[] sharp = new double[light.length];
        for (int row = 0; row < modules; row++) {
            for (int column = 0; column < modules; column++) {
                double own = light[row * modules + column];
                double around = (value(row - 1, column, own)
                                + value(row + 1, column, own)
                                + value(row, column - 1, own)
                                + value(row, column + 1, own))
                        / 4;
                sharp[row * modules + column] = own + strength * (own - around);
            }
        }
        return sharp;
    }

    private double value(int row, int column, double otherwise) {
        return row < 0 || column < 0 || row >= modules || column >= modules ? otherwise : light[row * modules + column];
    }

    /** Dark is what is darker than the middle between the darkest and the brightest around, leaning to their mean. */
    private BitMatrix darker(double[] values, int reach) {
        BitMatrix bits = new BitMatrix(modules);
        for (int row = 0; row < modules; row++) {
            for (int column = 0; column < modules; column++) {
                double least = Double.MAX_VALUE;
                double most = 0;
                double sum = 0;
                int count = 0;
                for (int y = Math.max(0, row - reach); y <= Math.min(modules - 1, row + reach); y++) {
                    for (int x = Math.max(0, column - reach); x <= Math.min(modules - 1, column + reach); x++) {
                        double value = values[y * modules + x];
                        least = Math.min(least, value);
                        most = Math.max(most, value);
                        sum += value;
                        count++;
                    }
                }
                if (values[row * modules + column] < ((least + most) / 2 + sum / count) / 2) {
                    bits.set(column, row);
                }
            }
        }
        return bits;
    }

    /** Reed-Solomon decides; what does not fit is no code. */
    static Optional<String> decode(BitMatrix bits) {
        try {
            return Optional.of(new Decoder().decode(bits, HINTS).getText()).filter(text -> !text.isBlank());
        } catch (ChecksumException | FormatException noCode) {
            return Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException damagedBeyondSense) {
            return Optional.empty();
        }
    }
}
