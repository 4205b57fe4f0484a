package xundang.desktop.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZxingTagReaderTest {
    private static final String TAG = "YD1:DEMO:UPS-000006:1A2B";

    private final TagReader reader = new ZxingTagReader();

    @TempDir
    private Path folder;

    private static BufferedImage code(int size) throws WriterException {
        return MatrixToImageWriter.toBufferedImage(new QRCodeWriter()
                .encode(
                        TAG,
                        BarcodeFormat.QR_CODE,
                        size,
                        size,
                        Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M)));
    }

    /** The code stuck on a grey cabinet, turned by some degrees, in a picture of the given size. */
    private static BufferedImage photo(BufferedImage code, int width, int height, double degrees) {
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = photo.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(new Color(150, 155, 160));
        pen.fillRect(0, 0, width, height);
        pen.rotate(Math.toRadians(degrees), width / 2.0, height / 2.0);
        pen.drawImage(code, (width - code.getWidth()) / 2, (height - code.getHeight()) / 2, null);
        pen.dispose();
        return photo;
    }

    private static BufferedImage blurred(BufferedImage image, int radius) {
        float[] weights = new float[radius * radius];
        Arrays.fill(weights, 1f / weights.length);
        return new ConvolveOp(new Kernel(radius, radius, weights), ConvolveOp.EDGE_NO_OP, null).filter(image, null);
    }

    private static BufferedImage inverted(BufferedImage image) {
        BufferedImage inverted = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                inverted.setRGB(x, y, ~image.getRGB(x, y));
            }
        }
        return inverted;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 7, 33, 90, 181})
    void aTurnedTagIsRead(double degrees) throws WriterException {
        assertThat(reader.read(photo(code(500), 1600, 1200, degrees))).containsExactly(TAG);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 11})
    void aBlurredTagIsRead(int radius) throws WriterException {
        assertThat(reader.read(blurred(photo(code(600), 1600, 1200, 4), radius)))
                .containsExactly(TAG);
    }

    @Test
    void aWhiteOnBlackTagIsRead() throws WriterException {
        assertThat(reader.read(inverted(photo(code(500), 1600, 1200, 0)))).containsExactly(TAG);
    }

    @Test
    void aTagInALargePhotoIsReadFromItsFile() throws WriterException, IOException {
        Path file = folder.resolve("photo.jpg");
        ImageIO.write(photo(code(1100), 4624, 3468, 12), "jpg", file.toFile());
        assertThat(reader.read(file)).containsExactly(TAG);
    }

    @Test
    void aPictureWithoutATagHasNone() {
        assertThat(reader.read(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB)))
                .isEmpty();
    }

    @Test
    void aFileThatIsNoPictureIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.jpg"), "not a picture");
        assertThatThrownBy(() -> reader.read(file)).isInstanceOf(IOException.class);
    }
}
