package xundang.desktop.inspection.ui.jar;

import java.util.Arrays;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.TextAlignment;
import xundang.desktop.inspection.jar.JarMetric;
import xundang.desktop.inspection.jar.JarMetric.Heat;

/** 热力图: one block for each jar by position, with its number and a mark, so that it can be read without colours too. */
final class JarHeatMap extends JarPicture {
    private static final double MOST_SIDE = 56;
    private static final double WIDER = 1.35;
    private static final double GAP = 2;

    /** Narrower blocks have no room for three digits. */
    private static final double TINY = 21;

    private Heat[] drawn = new Heat[0];
    private int drawnCurrent;
    private int columns = 1;
    private double left;
    private double width;
    private double height;

    JarHeatMap(JarTableViewModel jars, ObjectProperty<JarMetric> metric, Runnable toGrid) {
        super(jars, metric, toGrid);
        setId("jar-heat");
    }

    @Override
    void forgetDrawn() {
        drawn = new Heat[0];
    }

    @Override
    int across() {
        return columns;
    }

    @Override
    int at(double x, double y) {
        int column = (int) Math.floor((x - left) / width);
        return column >= 0 && column < columns ? (int) Math.floor(y / height) * columns + column + 1 : 0;
    }

    @Override
    void draw() {
        int length = jars().sheet().length();
        if (drawn.length != length) {
            measure(length);
            drawn = new Heat[length];
            canvas().getGraphicsContext2D().clearRect(0, 0, canvas().getWidth(), canvas().getHeight());
            numberRows(length);
        }
        int current = jars().cell().position();
        for (int position = 1; position <= length; position++) {
            Heat heat = metric().heat(jars().sheet().row(position), jars().verdict(position));
            boolean turned = (position == current) != (position == drawnCurrent);
            if (heat != drawn[position - 1] || turned) {
                drawn[position - 1] = heat;
                block(position, heat, position == current);
            }
        }
        drawnCurrent = current;
    }

    /** Blocks as large as the room allows; where they are too small for numbers, each row begins with its first one. */
    private void measure(int length) {
        left = 0;
        measure(length, canvas().getWidth());
        if (width < TINY) {
            left = em() * 2.2;
            measure(length, canvas().getWidth() - left);
        }
    }

    private void numberRows(int length) {
        if (left == 0) {
            return;
        }
        GraphicsContext pen = canvas().getGraphicsContext2D();
        pen.setFont(font(Math.min(em() * 0.8, height)));
        pen.setFill(palette().line("ink"));
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.setTextBaseline(VPos.CENTER);
        for (int position = 1; position <= length; position += columns) {
            pen.fillText(Integer.toString(position), left - 4, (Math.floor((position - 1.0) / columns) + 0.5) * height);
        }
    }

    private void measure(int length, double room) {
        double best = 0;
        for (int across = 1; across <= length; across++) {
            double wide = Math.min(room / across, MOST_SIDE);
            double high = Math.min(canvas().getHeight() / Math.ceil(length * 1.0 / across), MOST_SIDE);
            double usable = Math.min(wide, high * WIDER);
            if (usable > best) {
                best = usable;
                columns = across;
                width = wide;
                height = Math.min(high, wide);
            }
        }
    }

    private void block(int position, Heat heat, boolean current) {
        GraphicsContext pen = canvas().getGraphicsContext2D();
        double x = left + (position - 1) % columns * width;
        double y = Math.floor((position - 1.0) / columns) * height;
        pen.clearRect(x, y, width, height);
        Paint ink = palette().line(heat.tone());
        pen.setFill(palette().fill(heat.tone()));
        pen.fillRect(x + 1, y + 1, width - GAP, height - GAP);
        double thick = Math.max(1.5, Math.min(width, height) / 7);
        double line =
                current ? Math.min(3, thick) : heat == Heat.FAR_LOW || heat == Heat.FAR_HIGH ? Math.min(2, thick) : 1;
        pen.setStroke(current ? palette().line("accent") : ink);
        pen.setLineWidth(line);
        pen.strokeRect(x + 1 + line / 2, y + 1 + line / 2, width - GAP - line, height - GAP - line);
        pen.setFill(ink);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.CENTER);
        pen.setFont(font(Math.min(em() * 0.86, Math.min(width / 2.2, height / 2))));
        boolean marked = !heat.mark().isEmpty();
        boolean tiny = width < TINY;
        if (!tiny) {
            pen.fillText(Integer.toString(position), x + width / 2, y + height * (marked ? 0.36 : 0.5));
        }
        if (marked) {
            double half = Math.min(width, height) * (tiny ? 0.2 : 0.16);
            mark(pen, heat, x + width / 2, y + height * (tiny ? 0.5 : 0.76), half);
        }
    }

    /** Triangles up or down, drawn, because not every font has them. */
    private static void mark(GraphicsContext pen, Heat heat, double x, double y, double half) {
        switch (heat) {
            case FAR_LOW -> {
                triangle(pen, x - half * 1.1, y, half, false);
                triangle(pen, x + half * 1.1, y, half, false);
            }
            case LOW -> triangle(pen, x, y, half, false);
            case HIGH -> triangle(pen, x, y, half, true);
            case FAR_HIGH -> {
                triangle(pen, x - half * 1.1, y, half, true);
                triangle(pen, x + half * 1.1, y, half, true);
            }
            case UNJUDGED -> pen.fillText(heat.mark(), x, y);
            case NORMAL, EMPTY -> {}
        }
    }

    private static void triangle(GraphicsContext pen, double x, double y, double half, boolean up) {
        double tip = up ? y - half : y + half;
        double base = up ? y + half * 0.7 : y - half * 0.7;
        pen.fillPolygon(new double[] {x - half, x + half, x}, new double[] {base, base, tip}, 3);
    }

    /** For tests: how the block of a jar is drawn. */
    Heat drawnAt(int position) {
        return Arrays.asList(drawn).get(position - 1);
    }
}
