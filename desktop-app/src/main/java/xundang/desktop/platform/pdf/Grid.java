package xundang.desktop.platform.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table with rules. Its head is repeated on every page; a row stays in one piece unless it is longer than a page. Widths are shares of the
 * paper's width.
 */
public final class Grid {
    private static final float PAD = 3;
    private static final float RULE = 0.5f;

    private final Paper paper;
    private final float[] widths;
    private final @Nullable List<Cell> head;
    private boolean open;

    /** One cell: paragraphs, each in its own type. */
    public record Cell(List<Line> paragraphs) {
        /** A paragraph. */
        public record Line(String text, Type type) {}

        public static Cell of(String text) {
            return of(text, Type.BODY);
        }

        public static Cell of(String text, Type type) {
            return new Cell(List.of(new Line(text, type)));
        }

        /** The same with one more paragraph, unless that is empty. */
        public Cell and(String text, Type type) {
            if (text.isEmpty()) {
                return this;
            }
            List<Line> all = new ArrayList<>(paragraphs);
            all.add(new Line(text, type));
            return new Cell(all);
        }
    }

    /** @param head repeated on every page; empty for a table without one */
    public Grid(Paper paper, List<String> head, float... shares) {
        this.paper = paper;
        float all = 0;
        for (float share : shares) {
            all += share;
        }
        widths = new float[shares.length];
        for (int i = 0; i < shares.length; i++) {
            widths[i] = shares[i] / all * Paper.WIDTH;
        }
        this.head = head.isEmpty()
                ? null
                : head.stream().map(text -> Cell.of(text, Type.STRONG)).toList();
    }

    /** A line of one cell's text as it will stand there. */
    private record Set(String text, Type type) {}

    /** Adds a row. */
    public void row(Cell... cells) throws IOException {
        List<List<Set>> columns = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            columns.add(set(cells[i], widths[i]));
        }
        place(columns, widths, false);
    }

    /** Adds a row of one cell over all columns, shaded. */
    public void band(String text) throws IOException {
        float[] whole = {Paper.WIDTH};
        // A band alone at the foot of a page says nothing.
        if (open && paper.room() < 44) {
            nextPage();
        }
        place(List.of(set(Cell.of(text, Type.STRONG), Paper.WIDTH)), whole, true);
    }

    /** Adds a row of one cell over all columns. */
    public void wide(Cell cell) throws IOException {
        place(List.of(set(cell, Paper.WIDTH)), new float[] {Paper.WIDTH}, false);
    }

    private List<Set> set(Cell cell, float width) {
        List<Set> lines = new ArrayList<>();
        for (Cell.Line paragraph : cell.paragraphs()) {
            for (String line : paper.lines(paragraph.text(), width - 2 * PAD, paragraph.type())) {
                lines.add(new Set(line, paragraph.type()));
            }
        }
        return lines;
    }

    private void place(List<List<Set>> columns, float[] across, boolean shaded) throws IOException {
        begin(height(columns));
        List<List<Set>> left = columns;
        while (height(left) > paper.room() && height(left) > 2 * PAD) {
            if (height(columns) <= Paper.fullRoom() - headHeight() && !fresh()) {
                nextPage();
                continue;
            }
            List<List<Set>> now = new ArrayList<>();
            List<List<Set>> later = new ArrayList<>();
            for (List<Set> column : left) {
                int fits = fitting(column, paper.room() - 2 * PAD);
                now.add(column.subList(0, fits));
                later.add(column.subList(fits, column.size()));
            }
            draw(now, across, shaded);
            nextPage();
            left = later;
        }
        draw(left, across, shaded);
    }

    /** Whether nothing but the head stands on the page. */
    private boolean fresh() {
        return paper.room() >= Paper.fullRoom() - headHeight() - 1;
    }

    private static int fitting(List<Set> column, float room) {
        float used = 0;
        int count = 0;
        for (Set line : column) {
            used += line.type().leading();
            if (used > room && count > 0) {
                return count;
            }
            count++;
        }
        return count;
    }

    private void begin(float first) throws IOException {
        if (!open) {
            paper.ensure(Math.min(first + headHeight(), Paper.fullRoom() / 2));
            open = true;
            drawHead();
        }
    }

    private void nextPage() throws IOException {
        paper.newPage();
        drawHead();
    }

    private float headHeight() {
        return head == null ? 0 : height(headLines());
    }

    private List<List<Set>> headLines() {
        List<List<Set>> columns = new ArrayList<>();
        if (head != null) {
            for (int i = 0; i < head.size(); i++) {
                columns.add(set(head.get(i), widths[i]));
            }
        }
        return columns;
    }

    private void drawHead() throws IOException {
        if (head != null) {
            draw(headLines(), widths, true);
        }
    }

    private static float height(List<List<Set>> columns) {
        float most = 0;
        for (List<Set> column : columns) {
            float height = 0;
            for (Set line : column) {
                height += line.type().leading();
            }
            most = Math.max(most, height);
        }
        return most + 2 * PAD;
    }

    private void draw(List<List<Set>> columns, float[] across, boolean shaded) throws IOException {
        float height = height(columns);
        float x = Paper.MARGIN;
        float top = paper.y();
        if (shaded) {
            paper.sheet().fill(x, top, Paper.WIDTH, height, Tone.FILL);
        }
        for (int i = 0; i < columns.size(); i++) {
            paper.sheet().box(x, top, across[i], height, Tone.LINE, RULE);
            float y = top + PAD;
            for (Set line : columns.get(i)) {
                paper.sheet().text(line.text(), x + PAD, y + line.type().size() * 1.05f, line.type());
                y += line.type().leading();
            }
            x += across[i];
        }
        paper.advance(height);
    }
}
