package xundang.desktop.platform.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** One weight of the program's font in one document; only the characters that were used are embedded. */
final class PaperFont {
    private static final String FOLDER = "/xundang/desktop/platform/theme/fonts/";

    private final PDType0Font font;
    private final CmapLookup characters;
    private final Map<Integer, Float> widths = new HashMap<>();
    private final Set<Integer> missing;

    private PaperFont(PDType0Font font, CmapLookup characters, Set<Integer> missing) {
        this.font = font;
        this.characters = characters;
        this.missing = missing;
    }

    /** @param missing takes the characters that the font lacks */
    static PaperFont load(PDDocument document, String file, Set<Integer> missing) throws IOException {
        try (InputStream in = PaperFont.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("missing font " + file);
            }
            TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(in));
            document.registerTrueTypeFontForClosing(parsed);
            return new PaperFont(PDType0Font.load(document, parsed, true), parsed.getUnicodeCmapLookup(), missing);
        }
    }

    PDType0Font font() {
        return font;
    }

    boolean has(int character) {
        return characters.getGlyphId(character) > 0;
    }

    /** Width of one character of size 1; a character that the font lacks is as wide as the box that stands for it. */
    float width(int character) {
        return widths.computeIfAbsent(character, this::measure);
    }

    private float measure(int character) {
        if (!has(character)) {
            missing.add(character);
            return 1;
        }
        try {
            return font.getStringWidth(Character.toString(character)) / 1000;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    float width(String text) {
        float width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            width += width(text.codePointAt(i));
        }
        return width;
    }

    static Set<Integer> noneMissing() {
        return new TreeSet<>();
    }
}
