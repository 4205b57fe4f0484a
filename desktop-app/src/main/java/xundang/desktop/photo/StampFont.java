package xundang.desktop.photo;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The font that the program ships: a laptop may have no Chinese one. Read once, when the first stamp is made. */
final class StampFont {
    /** Stands for a character that the font lacks, as printers in East Asia have it. */
    private static final String MISSING = "〓";

    private StampFont() {}

    private static final class Holder {
        private static final Font REGULAR = read("NotoSansSC_400Regular.ttf");
        private static final Font BOLD = read("NotoSansSC_700Bold.ttf");
    }

    static Font regular(float size) {
        return Holder.REGULAR.deriveFont(size);
    }

    static Font bold(float size) {
        return Holder.BOLD.deriveFont(size);
    }

    private static Font read(String name) {
        try (InputStream in = StampFont.class.getResourceAsStream("/xundang/desktop/platform/theme/fonts/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the program's font is missing: " + name);
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the program's font is damaged: " + name, e);
        }
    }

    /** The same text with a sign in place of each character that cannot be drawn. */
    static String drawable(Font font, String text) {
        StringBuilder result = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (font.canDisplay(point)) {
                result.appendCodePoint(point);
            } else {
                result.append(MISSING);
            }
        });
        return result.toString();
    }
}
