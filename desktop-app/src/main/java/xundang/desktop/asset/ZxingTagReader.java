package xundang.desktop.asset;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads tags with ZXing. A phone's photo is scaled down first, because noise and moiré at full size hide the finder patterns; then half of
 * that, because a blurred code is often readable only when small. Stops at the first hit. Stateless; any thread.
 */
public final class ZxingTagReader implements TagReader {
    private static final int WORKING_SIDE = 1600;
    private static final long MOST_PIXELS = 200_000_000L;
    private static final Map<DecodeHintType, Object> HINTS =
            Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.CHARACTER_SET, "UTF-8");

    @Override
    public Optional<String> read(Path image) throws IOException {
        return read(load(image));
    }

    @Override
    public Optional<String> read(BufferedImage image) {
        BufferedImage working = scaledTo(image, WORKING_SIDE);
        return Stream.<Function<BufferedImage, BufferedImage>>of(
                        Function.identity(), whole -> scaledTo(whole, WORKING_SIDE / 2))
                .flatMap(scale -> attempts(scale.apply(working)))
                .map(ZxingTagReader::decode)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Stream<BinaryBitmap> attempts(BufferedImage image) {
        LuminanceSource light = new BufferedImageLuminanceSource(image);
        return Stream.of(light, light.invert())
                .flatMap(source -> Stream.of(
                        new BinaryBitmap(new HybridBinarizer(source)),
                        new BinaryBitmap(new GlobalHistogramBinarizer(source))));
    }

    private static Optional<String> decode(BinaryBitmap bitmap) {
        try {
            return Optional.of(new QRCodeReader().decode(bitmap, HINTS).getText());
        } catch (ReaderException noCodeHere) {
            return Optional.empty();
        }
    }

    private static BufferedImage scaledTo(BufferedImage image, int side) {
        double factor = Math.min(1, (double) side / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = scaled.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return scaled;
    }

    /** Reads every n-th pixel of a large picture, so that a 100-megapixel file does not fill the memory. */
    private static BufferedImage load(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers =
                    in == null ? Stream.<ImageReader>empty().iterator() : ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("not a picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_PIXELS) {
                    throw new IOException("too many pixels: " + pixels);
                }
                ImageReadParam param = reader.getDefaultReadParam();
                int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * WORKING_SIDE));
                param.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, param);
            } finally {
                reader.dispose();
            }
        }
    }
}
