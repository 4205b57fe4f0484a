package xundang.desktop.tag;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.PerspectiveTransform;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/**
 * A photograph of labels on a cabinet, drawn by numbers alone: the same seed gives the same picture. Light is 0 to 255; everything that makes
 * reading hard is a method of its own and may be combined.
 */
public final class LabelScene {
    private final int width;
    private final int height;
    private final Random random;
    private final float[] light;

    public LabelScene(int width, int height, long seed) {
        this.width = width;
        this.height = height;
        random = new Random(seed);
        light = new float[width * height];
        cabinet();
    }

    Random random() {
        return random;
    }

    double between(double from, double to) {
        return from + random.nextDouble() * (to - from);
    }

    /** Painted sheet metal with lamellae, screws and lettering: detail that is no code. */
    private void cabinet() {
        double base = between(120, 190);
        double slope = between(-40, 40);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                light[y * width + x] = (float) (base + slope * x / width);
            }
        }
        int top = random.nextInt(height / 2);
        for (int i = 0; i < 12; i++) {
            fill(width / 20, top + i * height / 40, width / 6, height / 90, base - 70);
        }
        int unit = Math.max(2, width / 400);
        for (int line = 0; line < 4; line++) {
            int y = random.nextInt(height - 12 * unit);
            int x = random.nextInt(width / 2);
            for (int stroke = 0; stroke < 60; stroke++) {
                fill(x + stroke * 4 * unit, y + random.nextInt(6 * unit), unit, random.nextInt(6 * unit) + unit, 40);
            }
        }
        for (int i = 0; i < 6; i++) {
            int size = width / 60;
            fill(random.nextInt(width - size), random.nextInt(height - size), size, size, base - 50);
        }
    }

    private void fill(int left, int top, int w, int h, double value) {
        for (int y = Math.max(0, top); y < Math.min(height, top + h); y++) {
            for (int x = Math.max(0, left); x < Math.min(width, left + w); x++) {
                light[y * width + x] = (float) value;
            }
        }
    }

    /**
     * How a label hangs.
     *
     * @param x middle, in pixels
     * @param edge of the code without its margin, in pixels, seen straight on
     * @param turn in degrees
     * @param tilt away from the camera in degrees, about an axis of any direction
     */
    public record Pose(double x, double y, double edge, double turn, double tilt) {}

    /** Sticks a label on. What damages it is drawn by {@code damage} in the code's own square, 0 to 1. */
    public LabelScene label(String text, Pose pose, Wear wear) {
        BitMatrix code = code(text);
        double modules = code.getWidth();
        double axis = Math.toRadians(between(0, 360));
        float[] corners = new float[8];
        double half = pose.edge() / 2 * (modules + 8) / modules;
        double[][] square = {{-half, -half}, {half, -half}, {half, half}, {-half, half}};
        for (int i = 0; i < 4; i++) {
            double[] seen = seen(square[i], pose, axis);
            corners[2 * i] = (float) seen[0];
            corners[2 * i + 1] = (float) seen[1];
        }
        float edge = (float) (modules + 8);
        PerspectiveTransform back = PerspectiveTransform.quadrilateralToQuadrilateral(
                corners[0],
                corners[1],
                corners[2],
                corners[3],
                corners[4],
                corners[5],
                corners[6],
                corners[7],
                0,
                0,
                edge,
                0,
                edge,
                edge,
                0,
                edge);
        int reach = (int) (half * 1.9);
        for (int y = Math.max(0, (int) pose.y() - reach); y < Math.min(height, pose.y() + reach); y++) {
            for (int x = Math.max(0, (int) pose.x() - reach); x < Math.min(width, pose.x() + reach); x++) {
                paint(x, y, back, code, wear);
            }
        }
        return this;
    }

    private static double[] seen(double[] point, Pose pose, double axis) {
        double turn = Math.toRadians(pose.turn());
        double x = point[0] * Math.cos(turn) - point[1] * Math.sin(turn);
        double y = point[0] * Math.sin(turn) + point[1] * Math.cos(turn);
        double along = x * Math.cos(axis) + y * Math.sin(axis);
        double across = -x * Math.sin(axis) + y * Math.cos(axis);
        double depth = across * Math.sin(Math.toRadians(pose.tilt()));
        across *= Math.cos(Math.toRadians(pose.tilt()));
        double nearer = 1 / (1 + depth / (3.5 * pose.edge()));
        return new double[] {
            pose.x() + (along * Math.cos(axis) - across * Math.sin(axis)) * nearer,
            pose.y() + (along * Math.sin(axis) + across * Math.cos(axis)) * nearer
        };
    }

    private void paint(int x, int y, PerspectiveTransform back, BitMatrix code, Wear wear) {
        float[] points = new float[18];
        for (int i = 0; i < 9; i++) {
            points[2 * i] = x + (i % 3 + 0.5f) / 3;
            points[2 * i + 1] = y + (Math.floorDiv(i, 3) + 0.5f) / 3;
        }
        back.transformPoints(points);
        double sum = 0;
        int edge = code.getWidth() + 8;
        for (int i = 0; i < 9; i++) {
            float u = points[2 * i];
            float v = points[2 * i + 1];
            if (u < 0 || v < 0 || u >= edge || v >= edge) {
                sum += light[y * width + x];
            } else {
                int column = (int) u - 4;
                int row = (int) v - 4;
                boolean dark = column >= 0
                        && row >= 0
                        && column < code.getWidth()
                        && row < code.getHeight()
                        && code.get(column, row);
                double worn = wear.at((u - 4) / code.getWidth(), (v - 4) / code.getHeight());
                sum += Double.isNaN(worn) ? (dark ? 35 : 225) : worn;
            }
        }
        light[y * width + x] = (float) (sum / 9);
    }

    private static BitMatrix code(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            1,
                            1,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 0));
        } catch (WriterException e) {
            throw new IllegalArgumentException("no code holds this text", e);
        }
    }

    /** Light that a worn spot has instead of the code, NaN where the code is whole; places from 0 to 1. */
    @FunctionalInterface
    public interface Wear {
        Wear NONE = (u, v) -> Double.NaN;

        double at(double u, double v);
    }

    /** Scratches that show the white below, and drops of paint. */
    Wear scratchedAndSpotted(int scratches, int spots, double spotSize) {
        double[][] lines = new double[scratches][];
        for (int i = 0; i < scratches; i++) {
            double angle = between(0, Math.PI);
            lines[i] = new double[] {Math.cos(angle), Math.sin(angle), between(0.1, 0.9), between(0.1, 0.9)};
        }
        double[][] dots = new double[spots][];
        for (int i = 0; i < spots; i++) {
            dots[i] =
                    new double[] {between(0.05, 0.95), between(0.05, 0.95), between(0.5, 1) * spotSize, between(30, 240)
                    };
        }
        return (u, v) -> {
            for (double[] line : lines) {
                double aside = Math.abs((u - line[2]) * line[1] - (v - line[3]) * line[0]);
                if (aside < 0.006) {
                    return 235;
                }
            }
            for (double[] dot : dots) {
                if (Math.hypot(u - dot[0], v - dot[1]) < dot[2]) {
                    return dot[3];
                }
            }
            return Double.NaN;
        };
    }

    /** Out of focus: three box blurs one after the other come close to a Gaussian bell of that width in pixels. */
    public LabelScene blurred(double sigma) {
        int reach = (int) Math.round(Math.sqrt(4 * sigma * sigma + 1) - 1) / 2;
        double rest = Math.sqrt(Math.max(0, sigma * sigma - 3 * (reach * (reach + 1)) / 3.0));
        for (int i = 0; i < 3; i++) {
            box(reach, 1, width);
            box(reach, width, 1);
        }
        if (rest > 0.2) {
            box(1, 1, width);
            box(1, width, 1);
        }
        return this;
    }

    /** Means along one direction; {@code step} leads along it, {@code across} to the next line. */
    private void box(int reach, int step, int across) {
        if (reach == 0) {
            return;
        }
        int length = step == 1 ? width : height;
        int lines = step == 1 ? height : width;
        float[] line = new float[length];
        for (int l = 0; l < lines; l++) {
            int base = l * across;
            double sum = 0;
            for (int i = -reach; i <= reach; i++) {
                sum += light[base + Math.clamp(i, 0, length - 1) * step];
            }
            for (int i = 0; i < length; i++) {
                line[i] = (float) (sum / (2 * reach + 1));
                sum += light[base + Math.min(i + reach + 1, length - 1) * step]
                        - light[base + Math.max(i - reach, 0) * step];
            }
            for (int i = 0; i < length; i++) {
                light[base + i * step] = line[i];
            }
        }
    }

    /** The hand moved while the shutter was open. */
    public LabelScene shaken(double pixels, double degrees) {
        float[] before = light.clone();
        int steps = Math.max(2, (int) pixels + 1);
        double right = Math.cos(Math.toRadians(degrees));
        double down = Math.sin(Math.toRadians(degrees));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int i = 0; i < steps; i++) {
                    double away = (i / (steps - 1.0) - 0.5) * pixels;
                    int fromX = Math.clamp(Math.round(x + away * right), 0, width - 1);
                    int fromY = Math.clamp(Math.round(y + away * down), 0, height - 1);
                    sum += before[fromY * width + fromX];
                }
                light[y * width + x] = sum / steps;
            }
        }
        return this;
    }

    /** A lamp mirrored in the foil. */
    public LabelScene glare(double x, double y, double radius, double strength) {
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double distance = ((column - x) * (column - x) + (row - y) * (row - y)) / (radius * radius);
                if (distance < 9) {
                    light[row * width + column] += (float) (strength * Math.exp(-distance));
                }
            }
        }
        return this;
    }

    /** Half in the shadow of a hand: a soft edge through a point. */
    public LabelScene shadow(double x, double y, double degrees, double share) {
        double right = Math.cos(Math.toRadians(degrees));
        double down = Math.sin(Math.toRadians(degrees));
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double aside = (column - x) * right + (row - y) * down;
                double dark = 1 / (1 + Math.exp(aside / 12));
                light[row * width + column] *= (float) (1 - dark * (1 - share));
            }
        }
        return this;
    }

    /** Less light. */
    public LabelScene dimmed(double factor) {
        for (int i = 0; i < light.length; i++) {
            light[i] *= (float) factor;
        }
        return this;
    }

    /** Grain, and what the sensor cannot hold is cut off. */
    public LabelScene grainy(double sigma) {
        for (int i = 0; i < light.length; i++) {
            light[i] = Math.clamp(light[i], 0f, 255f) + (float) (random.nextGaussian() * sigma);
        }
        return this;
    }

    /** White for black. */
    public LabelScene negative() {
        for (int i = 0; i < light.length; i++) {
            light[i] = 255 - light[i];
        }
        return this;
    }

    /** The picture as a camera's program hands it over: three colours, slightly warm. */
    public BufferedImage picture() {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] bytes = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < light.length; i++) {
            bytes[3 * i] = (byte) Math.clamp(Math.round(light[i] * 0.94f), 0, 255);
            bytes[3 * i + 1] = (byte) Math.clamp(Math.round(light[i]), 0, 255);
            bytes[3 * i + 2] = (byte) Math.clamp(Math.round(light[i] * 1.03f), 0, 255);
        }
        return picture;
    }

    /** The same through a JPEG of that quality, 0 to 1. */
    public BufferedImage jpeg(double quality) {
        try {
            return ImageIO.read(new ByteArrayInputStream(jpegFile(picture(), quality)));
        } catch (IOException e) {
            throw new IllegalStateException("a picture in memory cannot be written", e);
        }
    }

    /** The bytes of such a file. */
    public static byte[] jpegFile(BufferedImage picture, double quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality((float) quality);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
