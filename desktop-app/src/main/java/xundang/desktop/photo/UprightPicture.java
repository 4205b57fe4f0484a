package xundang.desktop.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Decodes pictures as a person should see them: upright, and no larger than asked for. Works in memory only, because a picture must never
 * reach a temporary file in the clear; how much memory is known from the header before a pixel is decoded. Any thread; slow.
 */
public final class UprightPicture {
    /** Decoded at once at most: 75 MB. Of larger pictures every n-th pixel is taken. */
    private static final double MOST_PIXELS = 25_000_000;

    private UprightPicture() {}

    /**
     * A picture for showing, three colours, white where it was transparent.
     *
     * @param side longest side in pixels; a smaller picture stays as small as it is
     * @throws IOException if the bytes are no picture that this program keeps, or do not decode
     */
    public static BufferedImage of(byte[] picture, int side) throws IOException {
        return switch (PictureHeader.of(picture)) {
            case PictureHeader.Bad bad -> throw new IOException("no picture: " + bad.reason());
            case PictureHeader.Good good -> of(picture, good, CameraNotes.of(picture, good), side);
        };
    }

    static BufferedImage of(byte[] picture, PictureHeader.Good header, CameraNotes notes, int side) throws IOException {
        return upright(decode(picture, header, side), notes.orientation(), side);
    }

    /** A JPEG of nothing but the pixels. */
    static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        if (!writers.hasNext()) {
            throw new IOException("this Java runtime writes no JPEG");
        }
        ImageWriter writer = writers.next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static BufferedImage decode(byte[] picture, PictureHeader.Good header, int side) throws IOException {
        String format = header.mime().substring("image/".length());
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            throw new IOException("this Java runtime reads no " + format);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            reader.setInput(in, true, true);
            ImageReadParam parameters = reader.getDefaultReadParam();
            int step = step(header, side);
            parameters.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, parameters);
        } catch (RuntimeException e) {
            throw new IOException("the decoder failed", e);
        } finally {
            reader.dispose();
        }
    }

    /** Twice as many pixels as asked for are good enough to be scaled down. */
    private static int step(PictureHeader.Good header, int side) {
        int enough = Math.max(header.width(), header.height()) / (2 * side);
        int bearable = (int) Math.ceil(Math.sqrt((double) header.width() * header.height() / MOST_PIXELS));
        return Math.max(1, Math.max(enough, bearable));
    }

    private static BufferedImage upright(BufferedImage image, int orientation, int side) {
        double scale = Math.min(1.0, (double) side / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean sideways = orientation >= 5;
        BufferedImage result =
                new BufferedImage(sideways ? height : width, sideways ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = result.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, result.getWidth(), result.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.transform(turn(orientation, width, height));
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return result;
    }

    /** The eight orientations of EXIF 2.32, tag 0x0112; width and height are those of the stored picture. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
