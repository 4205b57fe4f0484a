package xundang.desktop.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/**
 * Derives the stamped copy (水印图) that people get to see: the picture upright, below it a band with what it shows and who took it when and
 * where. It is a new JPEG of nothing but pixels; what the camera wrote about itself and its owner stays in the original, which is not touched.
 * The same facts give the same pixels. Blocking, up to about a second; never on the interface's thread.
 */
public final class StampedPictures {
    /** Longest side of the picture in the copy: enough to read a meter, small enough for paper and mail. */
    private static final int SIDE = 2560;

    /** Narrower pictures stand in a band of this width, so that the words do not become a column of single characters. */
    private static final int NARROWEST = 480;

    private static final float QUALITY = 0.88f;
    private static final Color BAND = new Color(0x1B1F24);
    private static final Color LABEL = new Color(0x9DA7B3);
    private static final Color WORDS = new Color(0xF5F7FA);

    private StampedPictures() {}

    /**
     * Makes the copy.
     *
     * @param original bytes of the picture that the facts are about
     * @return a JPEG
     * @throws IOException if the original does not decode
     */
    public static byte[] stamp(byte[] original, StampFacts facts) throws IOException {
        return UprightPicture.jpeg(draw(UprightPicture.of(original, SIDE), StampText.of(facts)), QUALITY);
    }

    static BufferedImage draw(BufferedImage picture, List<StampText.Line> lines) {
        int width = Math.max(NARROWEST, picture.getWidth());
        StampLayout layout = StampLayout.of(width, lines);
        BufferedImage copy =
                new BufferedImage(width, picture.getHeight() + layout.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = copy.createGraphics();
        pen.setColor(BAND);
        pen.fillRect(0, 0, copy.getWidth(), copy.getHeight());
        pen.drawImage(picture, (width - picture.getWidth()) / 2, 0, null);
        pen.translate(0, picture.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        for (StampLayout.Placed placed : layout.placed()) {
            pen.setColor(placed.label() ? LABEL : WORDS);
            placed.text().draw(pen, placed.x(), placed.y());
        }
        pen.dispose();
        return copy;
    }
}
