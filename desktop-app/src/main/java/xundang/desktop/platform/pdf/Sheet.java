package xundang.desktop.platform.pdf;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Draws on one page. Measures are points from the page's upper left corner, downwards. */
final class Sheet implements AutoCloseable {
    private final PDPageContentStream out;
    private final float height;
    private final PaperFont regular;
    private final PaperFont bold;

    Sheet(PDPageContentStream out, PDPage page, PaperFont regular, PaperFont bold) {
        this.out = out;
        this.height = page.getMediaBox().getHeight();
        this.regular = regular;
        this.bold = bold;
    }

    /** One line of text; a character that the font lacks is a box. */
    void text(String text, float x, float baseline, Type type) throws IOException {
        PaperFont font = type.bold() ? bold : regular;
        StringBuilder run = new StringBuilder();
        float at = x;
        float begun = x;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            float width = font.width(c) * type.size();
            if (font.has(c)) {
                run.appendCodePoint(c);
            } else {
                show(run, begun, baseline, type, font);
                run.setLength(0);
                float side = type.size() * 0.78f;
                box(at + type.size() * 0.1f, baseline - side * 0.92f, side, side, type.tone(), 0.6f);
                begun = at + width;
            }
            at += width;
        }
        show(run, begun, baseline, type, font);
    }

    private void show(StringBuilder run, float x, float baseline, Type type, PaperFont font) throws IOException {
        if (run.isEmpty()) {
            return;
        }
        out.beginText();
        out.setFont(font.font(), type.size());
        out.setNonStrokingColor(
                type.tone().red(), type.tone().green(), type.tone().blue());
        out.newLineAtOffset(x, height - baseline);
        out.showText(run.toString());
        out.endText();
    }

    void line(float fromX, float fromY, float toX, float toY, Tone tone, float width) throws IOException {
        stroke(tone, width);
        out.moveTo(fromX, height - fromY);
        out.lineTo(toX, height - toY);
        out.stroke();
    }

    void box(float x, float y, float width, float boxHeight, Tone tone, float thickness) throws IOException {
        stroke(tone, thickness);
        out.addRect(x, height - y - boxHeight, width, boxHeight);
        out.stroke();
    }

    void dashedBox(float x, float y, float width, float boxHeight) throws IOException {
        out.setLineDashPattern(new float[] {3, 3}, 0);
        box(x, y, width, boxHeight, Tone.MUTED, 0.8f);
        out.setLineDashPattern(new float[] {}, 0);
    }

    void fill(float x, float y, float width, float boxHeight, Tone tone) throws IOException {
        out.setNonStrokingColor(tone.red(), tone.green(), tone.blue());
        out.addRect(x, height - y - boxHeight, width, boxHeight);
        out.fill();
    }

    void image(PDImageXObject image, float x, float y, float width, float imageHeight) throws IOException {
        out.drawImage(image, x, height - y - imageHeight, width, imageHeight);
    }

    /** Strokes of a pen, moved to a corner and scaled. */
    void strokes(PenPath path, float x, float y, float scale) throws IOException {
        stroke(Tone.INK, 1.1f);
        out.setLineCapStyle(1);
        out.setLineJoinStyle(1);
        for (PenPath.Stroke stroke : path.strokes()) {
            boolean first = true;
            for (PenPath.Point point : stroke.points()) {
                float px = x + (point.x() - path.left()) * scale;
                float py = height - y - (point.y() - path.top()) * scale;
                if (first) {
                    out.moveTo(px, py);
                    first = false;
                }
                // A dot is a line without length, which a round cap makes visible.
                out.lineTo(px, py);
            }
            out.stroke();
        }
    }

    private void stroke(Tone tone, float width) throws IOException {
        out.setStrokingColor(tone.red(), tone.green(), tone.blue());
        out.setLineWidth(width);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
