package xundang.desktop.inspection.ui.jar;

import java.util.Arrays;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import xundang.desktop.inspection.jar.JarMetric;
import xundang.desktop.inspection.jar.JarMetric.Heat;

/** 热力图: one block for each jar by position, with its number and a mark, so that it can be read without colours too. */
final class JarHeatMap extends JarPicture {
    private static final double MOST_SIDE = 56;
    private static final double WIDER = 1.35;
    private static final double GAP = 2;

    private Heat[] drawn = new Heat[0];
    private int drawnCurrent;
    private int columns = 1;
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
        int column = (int) Math.floor(x / width);
        return column < columns ? (int) Math.floor(y / height) * columns + column + 1 : 0;
    }

    @Override
    void draw() {
        int length = jars().sheet().length();
        if (drawn.length != length) {
            measure(length);
            drawn = new Heat[length];
            canvas().getGraphicsContext2D().clearRect(0, 0, canvas().getWidth(), canvas().getHeight());
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

    /** Blocks as large as the room allows. */
    private void measure(int length) {
        double best = 0;
        for (int across = 1; across <= length; across++) {
            double wide = Math.min(canvas().getWidth() / across, MOST_SIDE);
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
        double x = (position - 1) % columns * width;
        double y = Math.floor((position - 1.0) / columns) * height;
        pen.clearRect(x, y, width, height);
        Paint ink = palette().line(heat.tone());
        pen.setFill(palette().fill(heat.tone()));
        pen.fillRect(x + 1, y + 1, width - GAP, height - GAP);
        double line = current ? 3 : heat == Heat.FAR_LOW || heat == Heat.FAR_HIGH ? 2 : 1;
        pen.setStroke(current ? palette().line("accent") : ink);
        pen.setLineWidth(line);
        pen.strokeRect(x + 1 + line / 2, y + 1 + line / 2, width - GAP - line, height - GAP - line);
        pen.setFill(ink);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.CENTER);
        pen.setFont(Font.font(Font.getDefault().getFamily(), Math.min(em() * 0.86, Math.min(width / 2.2, height / 2))));
        boolean marked = !heat.mark().isEmpty();
        pen.fillText(Integer.toString(position), x + width / 2, y + height * (marked ? 0.36 : 0.5));
        if (marked) {
            mark(pen, heat, x + width / 2, y + height * 0.76, Math.min(width, height) * 0.16);
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
