package xundang.desktop.photo;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;

/**
 * Places a stamp's lines in a band of some width: labels in a column, words beside them, wrapped where Chinese may be. The band is as high as
 * the words need.
 */
final class StampLayout {
    /** Rendering of text is the same on every machine: no hints of the screen, fractions of pixels count. */
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /** Characters that a line of usual width has room for. */
    private static final float CHARACTERS = 44;

    private static final float SMALLEST = 13;
    private static final float LARGEST = 56;

    /** A line's words, and the place of their baseline's left end. */
    record Placed(TextLayout text, float x, float y, boolean label) {}

    private final List<Placed> placed = new ArrayList<>();
    private final int height;

    private StampLayout(int width, List<StampText.Line> lines) {
        float size = Math.clamp(width / CHARACTERS, SMALLEST, LARGEST);
        Font regular = StampFont.regular(size);
        Font bold = StampFont.bold(size);
        float margin = size * 0.8f;
        float column = 0;
        for (StampText.Line line : lines) {
            column = Math.max(column, new TextLayout(line.label(), bold, CONTEXT).getAdvance());
        }
        float words = margin + column + size * 0.7f;
        float y = margin;
        for (StampText.Line line : lines) {
            Font font = line.equals(lines.getFirst()) || line.equals(lines.getLast()) ? bold : regular;
            AttributedString value = new AttributedString(StampFont.drawable(font, line.value() + " "));
            value.addAttribute(TextAttribute.FONT, font);
            LineBreakMeasurer breaks = new LineBreakMeasurer(value.getIterator(), CONTEXT);
            int end = value.getIterator().getEndIndex();
            boolean first = true;
            while (breaks.getPosition() < end) {
                TextLayout text = breaks.nextLayout(Math.max(size, width - margin - words));
                y += size * 1.08f;
                if (first) {
                    placed.add(new Placed(new TextLayout(line.label(), bold, CONTEXT), margin, y, true));
                    first = false;
                }
                placed.add(new Placed(text, words, y, false));
                y += size * 0.32f;
            }
        }
        height = (int) Math.ceil(y + margin * 0.7f);
    }

    static StampLayout of(int width, List<StampText.Line> lines) {
        return new StampLayout(width, lines);
    }

    List<Placed> placed() {
        return placed;
    }

    int height() {
        return height;
    }
}
