package xundang.server.web;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes the copy of a photo that a browser gets (trust requirement S24): a new, smaller JPEG of the pixels alone, turned as the original
 * wants to be turned. EXIF data, the place of the photo among it, never leave with it.
 */
final class WebPicture {
    private static final long MOST_PIXELS = 120_000_000;
    private static final int LONGEST_SIDE = 20_000;
    private static final float QUALITY = 0.85f;
    private static final int WHITE = 255;

    private WebPicture() {}

    /**
     * The copy, its longer side at most {@code longest} pixels. Empty when the original is no picture that can be shown, or has more
     * pixels than any camera's: that is seen from its header, before anything is unpacked.
     */
    static Optional<byte[]> of(InputStream original, int longest) throws IOException {
        try (BufferedInputStream in = new BufferedInputStream(original, ExifOrientation.HEAD_BYTES)) {
            in.mark(ExifOrientation.HEAD_BYTES);
            int orientation = ExifOrientation.of(in.readNBytes(ExifOrientation.HEAD_BYTES));
            in.reset();
            Optional<BufferedImage> image = decode(in, longest);
            return image.isEmpty()
                    ? Optional.empty()
                    : Optional.of(encode(turned(scaled(image.get(), longest), orientation)));
        }
    }

    private static Optional<BufferedImage> decode(InputStream in, int longest) throws IOException {
        try (MemoryCacheImageInputStream stream = new MemoryCacheImageInputStream(in)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                int longer = Math.max(width, height);
                if (longer > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
                    return Optional.empty();
                }
                ImageReadParam param = reader.getDefaultReadParam();
                int step = Math.max(1, longer / longest);
                param.setSourceSubsampling(step, step, 0, 0);
                return Optional.of(reader.read(0, param));
            } finally {
                reader.dispose();
            }
        } catch (IIOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty(); // the readers' ways of saying that the content is not what its beginning promised
        }
    }

    /** Each pixel is the mean of the pixels that it stands for; what is transparent becomes white. */
    private static BufferedImage scaled(BufferedImage from, int longest) {
        double factor = Math.min(1, (double) longest / Math.max(from.getWidth(), from.getHeight()));
        int width = Math.max(1, (int) Math.round(from.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(from.getHeight() * factor));
        BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            int top = (int) ((long) y * from.getHeight() / height);
            int count = Math.max(1, (int) ((y + 1L) * from.getHeight() / height) - top);
            int[] rows = from.getRGB(0, top, from.getWidth(), count, null, 0, from.getWidth());
            for (int x = 0; x < width; x++) {
                int left = (int) ((long) x * from.getWidth() / width);
                int right = Math.max(left + 1, (int) ((x + 1L) * from.getWidth() / width));
                line[x] = mean(rows, from.getWidth(), count, left, right);
            }
            to.setRGB(0, y, width, 1, line, 0, width);
        }
        return to;
    }

    private static int mean(int[] rows, int width, int count, int left, int right) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = 0; y < count; y++) {
            for (int x = left; x < right; x++) {
                int argb = rows[y * width + x];
                int alpha = argb >>> 24;
                int paper = (WHITE - alpha) * WHITE;
                red += (((argb >> 16) & 0xFF) * alpha + paper) / WHITE;
                green += (((argb >> 8) & 0xFF) * alpha + paper) / WHITE;
                blue += ((argb & 0xFF) * alpha + paper) / WHITE;
            }
        }
        long pixels = (long) count * (right - left);
        return (int) (((red / pixels) << 16) | ((green / pixels) << 8) | (blue / pixels));
    }

    private static BufferedImage turned(BufferedImage from, int orientation) {
        if (orientation == 1) {
            return from;
        }
        int width = from.getWidth();
        int height = from.getHeight();
        boolean onItsSide = orientation >= 5;
        BufferedImage to =
                new BufferedImage(onItsSide ? height : width, onItsSide ? width : height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int rgb = from.getRGB(x, y);
                int right = width - 1 - x;
                int below = height - 1 - y;
                switch (orientation) {
                    case 2 -> to.setRGB(right, y, rgb);
                    case 3 -> to.setRGB(right, below, rgb);
                    case 4 -> to.setRGB(x, below, rgb);
                    case 5 -> to.setRGB(y, x, rgb);
                    case 6 -> to.setRGB(below, x, rgb);
                    case 7 -> to.setRGB(below, right, rgb);
                    default -> to.setRGB(y, right, rgb);
                }
            }
        }
        return to;
    }

    private static byte[] encode(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
