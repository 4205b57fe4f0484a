package xundang.desktop.platform.fx;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Writes what a scene shows to a PNG file, without javafx-swing. Interface's thread for taking, any thread for writing. */
public final class Snapshots {
    private Snapshots() {}

    /** The scene's pixels at its own size. */
    public static BufferedImage take(Scene scene) {
        WritableImage picture = scene.snapshot(null);
        return toAwt(picture);
    }

    /** The same pixels as an image of the Java platform. */
    public static BufferedImage toAwt(Image picture) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] row = new int[width];
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            picture.getPixelReader().getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return image;
    }

    /** A decoded picture for the interface. Any thread. */
    public static Image toFx(BufferedImage picture) {
        int width = picture.getWidth();
        int[] row = new int[width];
        WritableImage image = new WritableImage(width, picture.getHeight());
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, width, 1, row, 0, width);
            image.getPixelWriter().setPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
        }
        return image;
    }

    /** Writes the PNG, making its folder if need be. */
    public static void write(BufferedImage image, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("no PNG writer");
        }
    }
}
