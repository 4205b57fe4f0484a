package xundang.desktop.tag;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads the light of a picture file. The header is asked first, and of a large picture every n-th pixel is read: memory stays bounded. */
final class PictureLight {
    private static final long MOST_PIXELS = 100_000_000L;

    /** Read whole; larger ones in steps. */
    private static final long WHOLE_PIXELS = 25_000_000L;

    private PictureLight() {}

    static Grey of(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers =
                    in == null ? Stream.<ImageReader>empty().iterator() : ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("not a picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return read(reader);
            } catch (RuntimeException e) {
                throw new IOException("the decoder failed", e);
            } finally {
                reader.dispose();
            }
        }
    }

    private static Grey read(ImageReader reader) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
            throw new IOException("too many pixels: " + pixels);
        }
        ImageReadParam param = reader.getDefaultReadParam();
        int step = (int) Math.ceil(Math.sqrt((double) pixels / WHOLE_PIXELS));
        param.setSourceSubsampling(step, step, 0, 0);
        if (reader.canReadRaster()) {
            // A JPEG holds light and colour apart: only the light is wanted.
            Raster raster = reader.readRaster(0, param);
            int width = raster.getWidth();
            int height = raster.getHeight();
            byte[] light = new byte[width * height];
            int[] row = new int[width];
            for (int y = 0; y < height; y++) {
                raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
                for (int x = 0; x < width; x++) {
                    light[y * width + x] = (byte) row[x];
                }
            }
            return new Grey(light, width, height);
        }
        BufferedImage image = reader.read(0, param);
        return Grey.of(image);
    }
}
