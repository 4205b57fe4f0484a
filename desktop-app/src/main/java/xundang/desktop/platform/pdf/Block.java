package xundang.desktop.platform.pdf;

import java.io.IOException;
import java.util.List;

/** A part of the page that is laid out by hand and never broken. Measures are points from its upper left corner. */
public final class Block {
    private final Paper paper;
    private final float left;
    private final float top;

    private Block(Paper paper) {
        this.paper = paper;
        this.left = Paper.MARGIN;
        this.top = paper.y();
    }

    /** Draws into a block. */
    @FunctionalInterface
    public interface Painter {
        void paint(Block block) throws IOException;
    }

    /** Takes so much room, on the next page if this one has not so much left. */
    public static void on(Paper paper, float height, Painter painter) throws IOException {
        paper.ensure(height);
        painter.paint(new Block(paper));
        paper.advance(height);
    }

    /** One line; what is too long for the width ends in an ellipsis. */
    public void line(String text, float x, float y, float width, Type type) throws IOException {
        String shown = text;
        if (paper.width(text, type) > width) {
            int end = text.length();
            while (end > 0 && paper.width(text.substring(0, end) + "…", type) > width) {
                end = text.offsetByCodePoints(end, -1);
            }
            shown = text.substring(0, end) + "…";
        }
        paper.sheet().text(shown, left + x, top + y + type.size() * 1.05f, type);
    }

    /** A paragraph; returns where the next one begins. */
    public float wrapped(String text, float x, float y, float width, Type type) throws IOException {
        float at = y;
        List<String> lines = paper.lines(text, width, type);
        for (String one : lines) {
            paper.sheet().text(one, left + x, top + at + type.size() * 1.05f, type);
            at += type.leading();
        }
        return at;
    }

    /** A frame. */
    public void box(float x, float y, float width, float height) throws IOException {
        paper.sheet().box(left + x, top + y, width, height, Tone.LINE, 0.6f);
    }

    /** A frame that says that something is not there. */
    public void emptyBox(float x, float y, float width, float height) throws IOException {
        paper.sheet().dashedBox(left + x, top + y, width, height);
    }

    /** A shaded area. */
    public void shade(float x, float y, float width, float height) throws IOException {
        paper.sheet().fill(left + x, top + y, width, height, Tone.FILL);
    }

    /** A picture, as large as fits, in the middle. */
    public void picture(Paper.Picture picture, float x, float y, float width, float height) throws IOException {
        float scale = Math.min(
                width / picture.image().getWidth(), height / picture.image().getHeight());
        float wide = picture.image().getWidth() * scale;
        float high = picture.image().getHeight() * scale;
        paper.sheet().image(picture.image(), left + x + (width - wide) / 2, top + y + (height - high) / 2, wide, high);
    }

    /** A signature's strokes as vectors, as large as fits; false if the path has none. */
    public boolean signature(String path, float x, float y, float width, float height) throws IOException {
        PenPath pen = PenPath.of(path);
        if (pen.isEmpty()) {
            return false;
        }
        float scale = Math.min(1, Math.min(width / Math.max(1, pen.width()), height / Math.max(1, pen.height())));
        paper.sheet()
                .strokes(
                        pen,
                        left + x + (width - pen.width() * scale) / 2,
                        top + y + (height - pen.height() * scale) / 2,
                        scale);
        return true;
    }
}
