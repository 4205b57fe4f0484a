package xundang.desktop.inspection.ui;

import java.math.BigDecimal;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;

/** A few values as a line of 56 × 18 px, oldest left; the present value ends in a dot. */
final class TrendLine extends Pane {
    private static final double WIDTH = 56;
    private static final double HEIGHT = 18;
    private static final double MARGIN = 3;

    private final Polyline line = new Polyline();
    private final Circle dot = new Circle(2.5);

    TrendLine() {
        getStyleClass().add("trend");
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        line.getStyleClass().add("trend-line");
        dot.getStyleClass().add("trend-dot");
        getChildren().addAll(line, dot);
    }

    void show(List<BigDecimal> values, boolean lastIsPresent) {
        line.getPoints().clear();
        line.setVisible(values.size() > 1);
        dot.setVisible(values.size() > 1 && lastIsPresent);
        if (values.size() < 2) {
            return;
        }
        double low = values.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
        double high = values.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(0);
        double span = high > low ? high - low : 1;
        for (int i = 0; i < values.size(); i++) {
            double x = MARGIN + i * (WIDTH - 2 * MARGIN) / (values.size() - 1);
            double part = high > low ? (values.get(i).doubleValue() - low) / span : 0.5;
            double y = HEIGHT - MARGIN - part * (HEIGHT - 2 * MARGIN);
            line.getPoints().addAll(x, y);
            dot.setCenterX(x);
            dot.setCenterY(y);
        }
    }
}
