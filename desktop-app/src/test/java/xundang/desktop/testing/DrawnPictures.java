package xundang.desktop.testing;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import xundang.desktop.photo.Pictures;
import xundang.model.photo.PhotoId;

/** Draws a cabinet front for every photo id. */
public final class DrawnPictures implements Pictures {
    @Override
    public byte[] thumbnail(PhotoId id) {
        return draw(240, 180, (int) id.value().getLeastSignificantBits() & 0xF);
    }

    @Override
    public Optional<byte[]> original(PhotoId id) {
        return Optional.of(draw(1600, 1200, (int) id.value().getLeastSignificantBits() & 0xF));
    }

    @Override
    public void fetch(PhotoId id, Runnable onHere, Runnable onAbsent) {
        onAbsent.run();
    }

    private static byte[] draw(int width, int height, int shade) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(
                new GradientPaint(0, 0, new Color(200, 205, 210), width, height, new Color(96, 104 + shade * 6, 112)));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(52, 58, 64));
        pen.fillRect(width / 5, height / 8, width * 3 / 5, height * 3 / 4);
        pen.setColor(new Color(88, 166 - shade * 6, 110));
        pen.fillRect(width / 4, height / 5, width / 5, height / 8);
        pen.setColor(new Color(180, 184, 188));
        for (int line = 0; line < 7; line++) {
            pen.fillRect(width / 4, height / 2 + line * height / 22, width / 2, height / 60);
        }
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
