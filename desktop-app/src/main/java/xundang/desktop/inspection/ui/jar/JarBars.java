package xundang.desktop.inspection.ui.jar;

import java.math.BigDecimal;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import xundang.desktop.inspection.jar.JarMetric;
import xundang.model.battery.JarReading;

/** 柱状图: the string as bars by position, with its mean and the limits as lines. */
final class JarBars extends JarPicture {
    private static final int[] TICKS = {1, 5, 10, 20, 50, 100};
    private static final double LEAST_TICK = 34;

    private double left;
    private double step = 1;

    JarBars(JarTableViewModel jars, ObjectProperty<JarMetric> metric, Runnable toGrid) {
        super(jars, metric, toGrid);
        setId("jar-bars");
    }

    @Override
    void forgetDrawn() {
        // It is always drawn whole: each value may move the scale.
    }

    @Override
    int across() {
        return 10;
    }

    @Override
    int at(double x, double y) {
        return x < left ? 0 : (int) Math.floor((x - left) / step) + 1;
    }

    @Override
    void draw() {
        GraphicsContext pen = canvas().getGraphicsContext2D();
        double width = canvas().getWidth();
        pen.clearRect(0, 0, width, canvas().getHeight());
        pen.setFont(font(em() * 0.8));
        left = em() * 3.2;
        double bottom = canvas().getHeight() - em() * 1.5;
        step = (width - left - 2) / Math.max(1, jars().sheet().length());
        BarScale.of(jars(), metric()).ifPresent(scale -> {
            bars(pen, scale, bottom);
            lines(pen, scale, bottom, width);
        });
        axis(pen, bottom, width);
    }

    private void bars(GraphicsContext pen, BarScale scale, double bottom) {
        double gap = step > 4 ? 1 : 0;
        int current = jars().cell().position();
        for (JarReading jar : jars().sheet().rows()) {
            double x = left + (jar.position() - 1) * step;
            BigDecimal value = BarScale.value(metric(), jar);
            if (jar.position() == current) {
                pen.setFill(palette().fill("accent"));
                pen.fillRect(x - 1, 0, Math.max(3, step + 1), bottom);
            }
            if (value != null) {
                double y = y(scale, value.doubleValue(), bottom);
                pen.setFill(palette()
                        .line(metric().heat(jar, jars().verdict(jar.position())).tone()));
                pen.fillRect(x, y, Math.max(1, step - gap), bottom - y);
            }
        }
    }

    private void lines(GraphicsContext pen, BarScale scale, double bottom, double width) {
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.setTextBaseline(VPos.CENTER);
        pen.setLineWidth(1.5);
        double free = Double.MAX_VALUE;
        for (BarScale.Line line : scale.lines().stream()
                .sorted((one, other) -> Double.compare(one.at(), other.at()))
                .toList()) {
            double y = Math.round(y(scale, line.at(), bottom)) + 0.5;
            pen.setStroke(palette().line(line.tone()));
            pen.setFill(palette().line(line.tone()));
            pen.setLineDashes(line.dashed() ? new double[] {6, 4} : new double[0]);
            pen.strokeLine(left, y, width, y);
            if (free - y > em() * 0.9) {
                pen.fillText(line.word(), left - 4, y);
                free = y;
            }
        }
        pen.setLineDashes();
    }

    private void axis(GraphicsContext pen, double bottom, double width) {
        pen.setStroke(palette().line("ink"));
        pen.setFill(palette().line("ink"));
        pen.setLineWidth(1);
        pen.strokeLine(left, bottom + 0.5, width, bottom + 0.5);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.TOP);
        int every = TICKS[TICKS.length - 1];
        for (int tick : TICKS) {
            if (tick * step >= LEAST_TICK) {
                every = tick;
                break;
            }
        }
        for (int position = 1; position <= jars().sheet().length(); position++) {
            if (position == 1 || position % every == 0) {
                pen.fillText(Integer.toString(position), left + (position - 0.5) * step, bottom + 3);
            }
        }
    }

    private static double y(BarScale scale, double value, double bottom) {
        return bottom - (value - scale.low()) / (scale.high() - scale.low()) * (bottom - 4);
    }
}
