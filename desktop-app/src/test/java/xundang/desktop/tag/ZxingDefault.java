package xundang.desktop.tag;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** ZXing's own call as its documentation shows it: one look at the whole picture. */
public final class ZxingDefault {
    private ZxingDefault() {}

    public static Optional<String> read(BufferedImage picture) {
        try {
            BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture)));
            return Optional.of(new QRCodeReader().decode(bitmap).getText());
        } catch (ReaderException noCodeFound) {
            return Optional.empty();
        }
    }
}
