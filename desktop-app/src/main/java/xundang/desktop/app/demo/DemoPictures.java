package xundang.desktop.app.demo;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import xundang.desktop.platform.theme.Fonts;

/** Draws the demo's pictures: tags as a camera would see them, and equipment photos that nobody can take for real ones. */
final class DemoPictures {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1200;

    private final Path folder;
    private final Font font;

    DemoPictures(Path folder) {
        this.folder = folder;
        this.font = chineseFont();
    }

    /** A picture of a printed tag, slightly turned, as PNG. */
    Path tag(String tagText) {
        BufferedImage picture = canvas(new Color(0xE8E4DC), new Color(0xC9C4B8));
        Graphics2D g = picture.createGraphics();
        g.rotate(Math.toRadians(4), WIDTH / 2.0, HEIGHT / 2.0);
        g.setColor(Color.WHITE);
        g.fillRoundRect(480, 200, 640, 800, 30, 30);
        g.drawImage(code(tagText, 560), 520, 240, null);
        g.setColor(Color.BLACK);
        g.setFont(font.deriveFont(44f));
        g.drawString(tagText, 520, 880);
        g.dispose();
        return write(picture, "png", "tag-" + tagText.replaceAll("[^A-Za-z0-9-]", "_") + ".png");
    }

    /** A picture that says what it stands for and that it is a sample, as JPEG. */
    Path photo(String name, String caption) {
        BufferedImage picture = canvas(new Color(0x3C4A5A), new Color(0x8896A5));
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(new Color(0x20262D));
        g.fillRoundRect(520, 140, 560, 920, 24, 24);
        g.setColor(new Color(0x9FD8A8));
        g.fillRoundRect(600, 220, 400, 180, 12, 12);
        g.setColor(new Color(0x49525C));
        for (int y = 470; y < 980; y += 34) {
            g.fillRect(580, y, 440, 12);
        }
        g.setColor(Color.WHITE);
        g.setFont(font.deriveFont(64f));
        g.drawString("示例照片 · " + caption, 90, 110);
        g.dispose();
        return write(picture, "jpg", name + ".jpg");
    }

    private static BufferedImage canvas(Color from, Color to) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setPaint(new GradientPaint(0, 0, from, WIDTH, HEIGHT, to));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.dispose();
        return picture;
    }

    private static BufferedImage code(String text, int side) {
        try {
            return MatrixToImageWriter.toBufferedImage(new QRCodeWriter()
                    .encode(text, BarcodeFormat.QR_CODE, side, side, Map.of(EncodeHintType.ERROR_CORRECTION, "M")));
        } catch (WriterException e) {
            throw new IllegalArgumentException("cannot be a QR code: " + text, e);
        }
    }

    private Path write(BufferedImage picture, String format, String name) {
        Path file = folder.resolve(name);
        try {
            if (!ImageIO.write(picture, format, file.toFile())) {
                throw new IOException("no writer for " + format);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Font chineseFont() {
        try (InputStream in = Objects.requireNonNull(Fonts.class.getResourceAsStream("fonts/NotoSansSC_700Bold.ttf"))) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("the shipped font cannot be read", e);
        }
    }
}
