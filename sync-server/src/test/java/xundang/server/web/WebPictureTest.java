package xundang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebPictureTest {
    /** Where the corner that is upper left in the file stands for a person, by orientation. */
    @ParameterizedTest
    @CsvSource({
        "1, 100, 50, 5, 5",
        "2, 100, 50, 95, 5",
        "3, 100, 50, 95, 45",
        "4, 100, 50, 5, 45",
        "5, 50, 100, 5, 5",
        "6, 50, 100, 45, 5",
        "7, 50, 100, 45, 95",
        "8, 50, 100, 5, 95"
    })
    void theCopyStandsUpright(int orientation, int width, int height, int x, int y) throws IOException {
        BufferedImage copy = copy(TestPicture.jpeg(100, 50, orientation), 200);

        assertThat(copy.getWidth()).isEqualTo(width);
        assertThat(copy.getHeight()).isEqualTo(height);
        assertThat(TestPicture.isRed(copy.getRGB(x, y))).isTrue();
        assertThat(TestPicture.isRed(copy.getRGB(width - 1 - x, height - 1 - y)))
                .isFalse();
    }

    @Test
    void whatIsTransparentBecomesWhite() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_ARGB), "png", png);

        assertThat(copy(png.toByteArray(), 100).getRGB(15, 10) & 0xFFFFFF).isGreaterThan(0xFAFAFA);
    }

    @Test
    void aPictureWithMorePixelsThanAnyCameraIsNotUnpacked() throws IOException {
        byte[] jpeg = TestPicture.jpeg(64, 32, 1);
        int frame = indexOfFrame(jpeg);
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 19_000).putShort(frame + 7, (short) 19_000);

        assertThat(WebPicture.of(new ByteArrayInputStream(jpeg), 100)).isEmpty();
    }

    @Test
    void whatIsNoPictureOrACutOneIsNotShown() throws IOException {
        assertThat(WebPicture.of(new ByteArrayInputStream(new byte[] {1, 2, 3, 4}), 100))
                .isEmpty();
        assertThat(WebPicture.of(new ByteArrayInputStream(Arrays.copyOf(TestPicture.jpeg(64, 32, 1), 150)), 100))
                .isEmpty();
    }

    private static BufferedImage copy(byte[] original, int longest) throws IOException {
        Optional<byte[]> copy = WebPicture.of(new ByteArrayInputStream(original), longest);
        return ImageIO.read(new ByteArrayInputStream(copy.orElseThrow()));
    }

    private static int indexOfFrame(byte[] jpeg) {
        for (int i = 0; i < jpeg.length - 1; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0) {
                return i;
            }
        }
        throw new AssertionError("no frame header");
    }
}
